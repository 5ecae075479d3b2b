package dev.soundcheck.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a run is done: system properties say it, so that a build can.
 *
 * @param inputs how many spoiled inputs each parser gets
 * @param seed of the random numbers
 * @param only the one input that is tried, to see a failure again
 * @param patience how long one input may take before it counts as hanging
 * @param folder where inputs that fail are written
 */
record FuzzSettings(int inputs, long seed, Optional<Integer> only, Duration patience, Path folder) {
  /** What {@code -Dfuzz.inputs}, {@code -Dfuzz.seed} and {@code -Dfuzz.only} say. */
  static FuzzSettings ofTheBuild() {
    return new FuzzSettings(
        Integer.getInteger("fuzz.inputs", 2_000),
        Long.getLong("fuzz.seed", 20_261_201L),
        Optional.ofNullable(Integer.getInteger("fuzz.only")),
        Duration.ofMinutes(2),
        Path.of("target", "fuzz"));
  }

  FuzzSettings oneIn(int many) {
    return new FuzzSettings(Math.max(1, inputs / many), seed, only, patience, folder);
  }
}
