package dev.soundcheck.server.session;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Voice;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words with their sound in the format of the wire.
 *
 * @param format of the bytes
 * @param sound all the sound
 * @param segments the words in pieces, each with its stretch of the sound
 */
record Spoken(AudioFormat format, AudioBytes sound, List<Segment> segments) {
  /** One transcript delta's words; the stretch of sound in samples. */
  record Segment(String rid, String words, int from, int to) {}

  /** Between sentences; the voice itself leaves next to none. */
  private static final Duration PAUSE = Duration.ofMillis(160);

  /** What ends a spoken answer (live-behaviour.md 6: a last piece of near-silence). */
  private static final Duration TAIL = Duration.ofMillis(83);

  /** The part as sound: a recording as it is, words spoken. */
  static Spoken of(Intent.Part part, Voice voice, AudioFormat format, Ids ids) {
    if (part instanceof Intent.Recording recording) {
      return recording(recording.words(), recording.sound(), format, ids);
    }
    return words(part instanceof Intent.Speech speech ? speech.words() : "", voice, format, ids);
  }

  /** Speaks the words, sentence by sentence. */
  private static Spoken words(String words, Voice voice, AudioFormat format, Ids ids) {
    Maker maker = new Maker(format, ids);
    List<String> sentences = Phrases.sentences(words);
    for (int i = 0; i < sentences.size(); i++) {
      Pcm sound = voice.speak(sentences.get(i).strip());
      Duration rest = i == sentences.size() - 1 ? TAIL : PAUSE;
      maker.add(List.of(sentences.get(i)), sound.then(Pcm.silence(rest, sound.rate())));
    }
    return maker.done();
  }

  /** Words whose sound is there already. */
  private static Spoken recording(String words, Pcm sound, AudioFormat format, Ids ids) {
    Maker maker = new Maker(format, ids);
    maker.add(Phrases.sentences(words), sound);
    return maker.done();
  }

  int samples() {
    return sound.bytes().length / format.bytesPerSample();
  }

  /** The same words with their sound cut at this length, or silence behind it. */
  Spoken lasting(Duration time) {
    int wanted = (int) (time.toNanos() * format.rate() / 1_000_000_000L);
    int missing = wanted - samples();
    if (missing <= 0) {
      return new Spoken(format, slice(0, wanted), segments);
    }
    Duration rest = Duration.ofNanos(missing * 1_000_000_000L / format.rate());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(sound.bytes());
    bytes.writeBytes(format.encode(Pcm.silence(rest, format.rate())));
    return new Spoken(format, new AudioBytes(bytes.toByteArray()), segments);
  }

  /** The sound from one sample to before another. */
  AudioBytes slice(int from, int to) {
    int size = format.bytesPerSample();
    return new AudioBytes(Arrays.copyOfRange(sound.bytes(), from * size, to * size));
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
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Segment> segments = new ArrayList<>();

    Maker(AudioFormat format, Ids ids) {
      this.format = format;
      this.ids = ids;
    }

    void add(List<String> sentences, Pcm sound) {
      List<String> phrases = new ArrayList<>();
      sentences.forEach(one -> phrases.addAll(Phrases.cut(one, ids.random().nextDouble())));
      int start = bytes.size() / format.bytesPerSample();
      bytes.writeBytes(format.encode(sound));
      int length = bytes.size() / format.bytesPerSample() - start;
      int letters = phrases.stream().mapToInt(String::length).sum();
      int read = 0;
      for (String phrase : phrases) {
        int from = start + share(length, read, letters);
        read += phrase.length();
        segments.add(new Segment(ids.uuid(), phrase, from, start + share(length, read, letters)));
      }
    }

    private static int share(int length, int read, int letters) {
      return (int) ((long) length * read / letters);
    }

    Spoken done() {
      return new Spoken(format, new AudioBytes(bytes.toByteArray()), List.copyOf(segments));
    }
  }
}
