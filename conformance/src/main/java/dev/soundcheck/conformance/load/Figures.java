package dev.soundcheck.conformance.load;

import java.util.Map;
import java.util.Optional;

/**
 * What was counted and timed.
 *
 * @param sessions the most that were open at once
 * @param turns answered to the end
 * @param events that the server sent
 * @param bytes of those, as JSON
 * @param times what was timed at all
 * @param errors how often each kind of error came: what the server called it, how it closed, or
 *     what kept from connecting
 */
public record Figures(
    int sessions,
    long turns,
    long events,
    long bytes,
    Map<Measure, Percentiles> times,
    Map<String, Long> errors) {
  public Figures {
    times = Map.copyOf(times);
    errors = Map.copyOf(errors);
  }

  /** How this is spread; empty when it was never timed. */
  public Optional<Percentiles> of(Measure measure) {
    return Optional.ofNullable(times.get(measure));
  }

  /** How many errors there were. */
  public long failures() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }
}
