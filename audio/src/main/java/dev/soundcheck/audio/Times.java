package dev.soundcheck.audio;

import java.time.Duration;

/** How long so many samples last. */
final class Times {
  private static final long NANOS = 1_000_000_000L;

  private Times() {}

  /** Exact to the nanosecond, rounded down, however many samples there are. */
  static Duration of(long samples, int rate) {
    return Duration.ofSeconds(samples / rate, samples % rate * NANOS / rate);
  }
}
