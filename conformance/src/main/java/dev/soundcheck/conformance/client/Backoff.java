package dev.soundcheck.conformance.client;

import java.time.Duration;
import java.util.Random;

/**
 * How often and after how long a client dials again when a connection did not come about or broke.
 * Each wait is twice the one before, and shortened at random so that clients who lost a server
 * together do not come back together.
 *
 * @param attempts how often in a row; 0 is never
 * @param first the longest first wait
 * @param most no wait is longer
 * @param seed of the randomness
 */
public record Backoff(int attempts, Duration first, Duration most, long seed) {
  /** A broken connection stays broken. */
  public static final Backoff NEVER =
      new Backoff(0, Duration.ofMillis(500), Duration.ofSeconds(30), 0);

  /** How long to wait before this attempt, the first being 1: half of its longest wait or more. */
  Duration before(int attempt) {
    double longest =
        Math.min((double) most.toNanos(), first.toNanos() * Math.pow(2, attempt - 1.0));
    double part = 0.5 + new Random(seed * 31 + attempt).nextDouble() / 2;
    return Duration.ofNanos(Math.round(longest * part));
  }
}
