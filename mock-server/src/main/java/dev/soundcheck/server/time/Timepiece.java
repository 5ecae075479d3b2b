package dev.soundcheck.server.time;

import java.time.Duration;
import java.time.Instant;

/** Says what time it is and wakes people. Safe for use by many threads. */
public interface Timepiece {
  /** Since it began to run; never goes back. */
  Duration now();

  /** The time of day. */
  Instant instant();

  /** An alarm that is not set. */
  Alarm alarm(Runnable ring);

  /**
   * A scenario lets time pass until then. Virtual time moves there at once, real time comes there
   * by itself.
   *
   * @return whether it is that time now
   */
  boolean passes(Duration until);
}
