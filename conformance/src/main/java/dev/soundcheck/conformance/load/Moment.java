package dev.soundcheck.conformance.load;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One stretch of a load.
 *
 * @param from since the load began
 * @param cpu what the server's process took in it, when that is known
 * @param resident bytes of memory that the process had at its end, when that is known
 */
public record Moment(
    Duration from, Duration to, Figures figures, Optional<Duration> cpu, OptionalLong resident) {
  /** How long it lasted. */
  public Duration lasting() {
    return to.minus(from);
  }

  /** Cores that the server kept busy. */
  public Optional<Double> cores() {
    return cpu.map(taken -> (double) taken.toNanos() / lasting().toNanos());
  }
}
