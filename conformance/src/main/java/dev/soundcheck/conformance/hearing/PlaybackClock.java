package dev.soundcheck.conformance.hearing;

import java.time.Duration;

/** When a player plays what comes: from 100 ms after the first piece on, one after another. */
final class PlaybackClock {
  static final Duration JITTER = Duration.ofMillis(100);

  private final Duration begins;
  private Duration until;

  /** The first piece comes. */
  PlaybackClock(Duration at, Duration lasts) {
    begins = at.plus(JITTER);
    until = begins.plus(lasts);
  }

  /** Another piece comes; for how long there was nothing to play before it. */
  Duration arrives(Duration at, Duration lasts) {
    Duration dry = at.compareTo(until) > 0 ? at.minus(until) : Duration.ZERO;
    until = until.plus(dry).plus(lasts);
    return dry;
  }

  /** What is not played yet never will be. */
  void cut(Duration at) {
    if (at.compareTo(until) < 0) {
      until = at.compareTo(begins) < 0 ? begins : at;
    }
  }

  Duration begins() {
    return begins;
  }

  Duration until() {
    return until;
  }
}
