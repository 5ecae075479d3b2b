package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.load.LoadResults;
import dev.soundcheck.conformance.load.Moment;
import java.time.Duration;
import java.util.Optional;

/** How many sessions a server holds whose sound is not late. */
record Capacity(LoadResults results, Duration limit) {
  /** A server that does next to nothing has no number that means something. */
  private static final double LEAST_CORES = 0.02;

  /** The most sessions whose sound was late by no more than the limit; empty without sound. */
  Optional<Integer> sessions() {
    return best().map(moment -> moment.figures().sessions());
  }

  /** The same for each core that the server's process kept busy, where that is known. */
  Optional<Double> perCore() {
    return best()
        .flatMap(
            moment ->
                moment
                    .cores()
                    .filter(cores -> cores >= LEAST_CORES)
                    .map(cores -> moment.figures().sessions() / cores));
  }

  private Optional<Moment> best() {
    return results.best(limit);
  }
}
