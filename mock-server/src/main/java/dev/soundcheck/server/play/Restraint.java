package dev.soundcheck.server.play;

import java.time.Duration;

/** Counts what a scenario or a failure could do for ever, and says when it is too much. */
final class Restraint {
  /** More than any scenario does at one moment; one that answers its own events goes on and on. */
  static final int DEEDS_AT_ONCE = 1000;

  private static final int FAILURES = 5;

  private Duration wokenAt = Duration.ofSeconds(-1);
  private int wakes;
  private int deeds;
  private int failures;

  /** Something new happens from outside. */
  void moment() {
    deeds = 0;
  }

  /** The scenario did one thing more. */
  boolean tooManyDeeds() {
    return ++deeds > DEEDS_AT_ONCE;
  }

  /** The scenario was woken, perhaps for the moment at which it was woken before. */
  boolean tooManyWakes(Duration now) {
    wakes = now.equals(wokenAt) ? wakes + 1 : 0;
    wokenAt = now;
    return wakes > DEEDS_AT_ONCE;
  }

  boolean tooManyFailures() {
    return ++failures >= FAILURES;
  }
}
