package dev.soundcheck.server.session;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Encoded;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Reel;
import dev.soundcheck.audio.Resampler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Words with their sound at the rate of the wire.
 *
 * @param format in which it goes out
 * @param sound all the sound, as long as a number of whole messages
 * @param segments the words in pieces, each with its stretch of the sound
 */
record Spoken(AudioFormat format, Reel sound, List<Segment> segments) {
  /** One transcript delta's words; the stretch of sound in samples. */
  record Segment(String rid, String words, int from, int to) {}

  /** The part as sound: a recording as it is, words spoken. */
  static Spoken of(Intent.Part part, Diction diction, AudioFormat format, Ids ids) {
    Maker maker = new Maker(format, ids);
    if (part instanceof Intent.Recording recording) {
      maker.add(diction.recorded(recording));
    } else if (part instanceof Intent.Speech speech) {
      diction.passages(speech.words()).forEach(maker::add);
    }
    return maker.done();
  }

  int samples() {
    return sound.length();
  }

  /** The sound in the format of the wire. */
  Encoded encoded() {
    return format.encoded(sound);
  }

  /** The same words with their sound cut at this length, or silence behind it. */
  Spoken lasting(Duration time) {
    int wanted = format.filled(Pcm.samplesIn(time, format.rate()));
    return new Spoken(format, sound.lasting(wanted), segments);
  }

  double seconds(int samples) {
    return samples / (double) format.rate();
  }

  /** All the words. */
  String transcript() {
    StringBuilder all = new StringBuilder();
    segments.forEach(segment -> all.append(segment.words()));
    return all.toString();
  }

  /** Lays stretches of sound behind one another. */
  private static final class Maker {
    private final AudioFormat format;
    private final Ids ids;
    private final List<Pcm> sounds = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private int made;

    Maker(AudioFormat format, Ids ids) {
      this.format = format;
      this.ids = ids;
    }

    void add(Diction.Passage passage) {
      List<String> phrases = new ArrayList<>();
      passage
          .sentences()
          .forEach(one -> phrases.addAll(Phrases.cut(one, ids.random().nextDouble())));
      Pcm sound = Resampler.resample(passage.sound(), format.rate());
      sounds.add(sound);
      int letters = phrases.stream().mapToInt(String::length).sum();
      int read = 0;
      for (String phrase : phrases) {
        int from = made + share(sound.length(), read, letters);
        read += phrase.length();
        int to = made + share(sound.length(), read, letters);
        segments.add(new Segment(ids.uuid(), phrase, from, to));
      }
      made += sound.length();
    }

    private static int share(int length, int read, int letters) {
      return (int) ((long) length * read / letters);
    }

    Spoken done() {
      Reel whole = Reel.of(sounds, format.rate()).lasting(format.filled(made));
      return new Spoken(format, whole, List.copyOf(segments));
    }
  }
}
