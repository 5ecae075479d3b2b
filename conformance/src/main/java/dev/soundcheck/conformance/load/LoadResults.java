package dev.soundcheck.conformance.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a load.
 *
 * @param moments its stretches, in order, without what was only warming up
 * @param whole all of them together
 */
public record LoadResults(List<Moment> moments, Moment whole) {
  public LoadResults {
    moments = List.copyOf(moments);
  }

  /**
   * The stretch with the most sessions whose sound was late by no more than this, for 99 of 100.
   */
  public Optional<Moment> best(Duration lateness) {
    return moments.stream()
        .filter(moment -> moment.figures().of(Measure.LATENESS).isPresent())
        .filter(moment -> late(moment).compareTo(lateness) <= 0)
        .reduce(
            (one, other) -> other.figures().sessions() >= one.figures().sessions() ? other : one);
  }

  private static Duration late(Moment moment) {
    return moment.figures().of(Measure.LATENESS).orElseThrow().p99();
  }
}
