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
 * @param speed how many times faster than the voice speaks by itself
 */
record Diction(Voice voice, Replacements replacements, double speed) {
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
    return new Diction(own, Replacements.of(configuration.replace()), speed);
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
      Pcm sound = Tempo.of(voice.speak(said), speed);
      Duration rest = i == groups.size() - 1 ? TAIL : scaled(PAUSE);
      passages.add(new Passage(groups.get(i), sound.then(Pcm.silence(rest, sound.rate()))));
    }
    return passages;
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
