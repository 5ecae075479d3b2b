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
   * The stretch with the most sessions whose sound was late by no more than this, for 99 of 100, as
   * it was with all fewer sessions too: a moment's luck under a load that is too much is no proof.
   */
  public Optional<Moment> best(Duration lateness) {
    List<Moment> heard =
        moments.stream()
            .filter(moment -> moment.figures().of(Measure.LATENESS).isPresent())
            .toList();
    int tooMany =
        heard.stream()
            .filter(moment -> late(moment).compareTo(lateness) > 0)
            .mapToInt(moment -> moment.figures().sessions())
            .min()
            .orElse(Integer.MAX_VALUE);
    return heard.stream()
        .filter(moment -> moment.figures().sessions() < tooMany)
        .reduce(
            (one, other) -> other.figures().sessions() >= one.figures().sessions() ? other : one);
  }

  private static Duration late(Moment moment) {
    return moment.figures().of(Measure.LATENESS).orElseThrow().p99();
  }
}
