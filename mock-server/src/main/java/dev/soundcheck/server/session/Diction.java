package dev.soundcheck.server.session;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Tempo;
import dev.soundcheck.audio.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How words are spoken.
 *
 * @param rate samples per second of the wire
 * @param speed how many times faster than the voice speaks by itself
 */
record Diction(Voice voice, int rate, Replacements replacements, double speed) {
  /**
   * Some sentences with their sound, and the silence behind it.
   *
   * @param sentences as they are written, more than one where a replaced phrase runs through them
   */
  record Passage(List<String> sentences, Pcm sound) {}

  /** Between sentences; the voice itself leaves next to none. */
  private static final Duration PAUSE = Duration.ofMillis(160);

  /** What ends a spoken answer (live-behaviour.md 6: a last piece of near-silence). */
  private static final Duration TAIL = Duration.ofMillis(83);

  /**
   * As the session is configured.
   *
   * @param voice knows all voices
   * @param wanted the one for this answer; empty for that of the session, which is the default
   *     before any was sent
   */
  static Diction of(Voice voice, Optional<String> wanted, Configuration configuration) {
    Voice own = voice.as(wanted.or(configuration::voice).orElse(Voices.DEFAULT));
    double speed = configuration.speed().map(sent -> sent.doubleValue(1)).orElse(1.0);
    int rate = configuration.output().format().rate();
    return new Diction(own, rate, Replacements.of(configuration.replace()), speed);
  }

  /** The words as speech; in one piece where all of them are recorded so. */
  List<Passage> passages(String words) {
    Optional<Pcm> whole = voice.recorded(replacements.in(words.strip()));
    if (whole.isPresent()) {
      Pcm sound = Tempo.of(whole.get(), speed);
      return List.of(
          new Passage(Phrases.sentences(words), sound.then(Pcm.silence(TAIL, sound.rate()))));
    }
    List<List<String>> groups = replacements.groups(Phrases.sentences(words));
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String said = replacements.in(String.join("", groups.get(i)).strip());
      passages.add(new Passage(groups.get(i), spoken(said, i == groups.size() - 1)));
    }
    return passages;
  }

  /** At the voice's own speed there is nothing to be done that it has not done before. */
  private Pcm spoken(String said, boolean last) {
    Duration rest = last ? TAIL : scaled(PAUSE);
    if (speed == 1) {
      return voice.at(rate).speak(said, rest);
    }
    Pcm sound = Tempo.of(voice.speak(said), speed);
    return sound.then(Pcm.silence(rest, sound.rate()));
  }

  /** Words whose sound is there already; the speed is that of all sound that goes out. */
  Passage recorded(Intent.Recording recording) {
    return new Passage(Phrases.sentences(recording.words()), Tempo.of(recording.sound(), speed));
  }

  /** How long it takes to speak the words. */
  Duration lasting(String words) {
    return passages(words).stream()
        .map(passage -> passage.sound().duration())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Duration scaled(Duration time) {
    return Duration.ofNanos((long) (time.toNanos() / speed));
  }
}
