package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;

/** The last four seconds of a sound. */
final class Memory {
  private static final int SECONDS = 4;
  private static final Duration AROUND = Duration.ofMillis(200);
  private static final long NANOS = 1_000_000_000L;

  private final int rate;
  private short[] ring;
  private long heard;

  Memory(int rate) {
    this.rate = rate;
    ring = new short[rate * SECONDS];
  }

  void take(short[] samples) {
    for (short sample : samples) {
      if (ring.length > 0) {
        ring[(int) (heard % ring.length)] = sample;
      }
      heard++;
    }
  }

  /** Nobody asks any more; how much there was stays known. */
  void forget() {
    ring = new short[0];
  }

  /** How many samples there were. */
  long heard() {
    return heard;
  }

  /** What lies around the samples from one to another, as far as it is known and remembered. */
  Excerpt around(long from, long to) {
    long margin = AROUND.toNanos() * rate / NANOS;
    long oldest = Math.max(0, heard - ring.length);
    long begin = Math.max(oldest, from - margin);
    long end = Math.max(begin, Math.min(heard, to + margin));
    short[] samples = new short[(int) (end - begin)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = ring[(int) ((begin + i) % ring.length)];
    }
    return new Excerpt(new Pcm(samples, rate), time(Math.max(0, from - begin)));
  }

  /** So many samples as time. */
  Duration time(long samples) {
    return Duration.ofSeconds(samples / rate, samples % rate * NANOS / rate);
  }
}
