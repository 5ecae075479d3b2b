package dev.soundcheck.server.session;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The sound of the last half minute, by where it lies in the stream. */
final class Recollection {
  /** Whoever speaks longer says no phrase of a scenario. */
  static final Duration LENGTH = Duration.ofSeconds(30);

  private final Deque<Pcm> chunks = new ArrayDeque<>();
  private Duration until = Duration.ZERO;
  private Duration length = Duration.ZERO;

  /** Sound that ends there. */
  void add(Pcm sound, Duration end) {
    chunks.add(sound);
    length = length.plus(sound.duration());
    until = end;
    while (length.compareTo(LENGTH) > 0) {
      length = length.minus(chunks.remove().duration());
    }
  }

  void forget() {
    chunks.clear();
    length = Duration.ZERO;
  }

  /** What is left of this stretch, without what lies before or after. */
  Pcm between(Duration from, Duration to) {
    int rate = chunks.isEmpty() ? 1 : chunks.element().rate();
    short[] samples = new short[chunks.stream().mapToInt(Pcm::length).sum()];
    int at = 0;
    for (Pcm chunk : chunks) {
      System.arraycopy(chunk.samples(), 0, samples, at, chunk.length());
      at += chunk.length();
    }
    Duration beginning = until.minus(length);
    int first = Math.min(at, place(from.minus(beginning), rate));
    int last = Math.min(at, place(to.minus(beginning), rate));
    return new Pcm(samples, rate).slice(first, Math.max(first, last));
  }

  private static int place(Duration time, int rate) {
    return time.isNegative() ? 0 : Pcm.samplesIn(time, rate);
  }
}
