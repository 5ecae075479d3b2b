package dev.soundcheck.server.jetty;

import java.time.Duration;

/**
 * How many messages are read in a second: as many at once as in a second, then one after another.
 * Whoever sends more is read later, and loses nothing. Times never go back.
 */
final class Rate {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final long apart;
  private long due;

  /** So many in a second; the largest number for any. */
  Rate(long perSecond) {
    this.apart = SECOND / perSecond;
  }

  /** Any number in a second: virtual time stands still meanwhile, so nobody is slowed in it. */
  static Rate any() {
    return new Rate(Long.MAX_VALUE);
  }

  /** When the next one may be read; counts it. */
  Duration next(Duration now) {
    long at = Math.max(now.toNanos(), due - SECOND);
    due = Math.max(now.toNanos(), due) + apart;
    return Duration.ofNanos(at);
  }
}
