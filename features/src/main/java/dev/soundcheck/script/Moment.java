package dev.soundcheck.script;

import java.time.Duration;
import java.util.Optional;

/**
 * When a fault begins.
 *
 * @param after how long after the opening, in a scenario after its line; zero when an event decides
 * @param event the event, of either side, that it begins with
 * @param nth which of these events, counted from 1
 */
public record Moment(Duration after, Optional<String> event, int nth) {
  /** At once. */
  public static final Moment NOW = after(Duration.ZERO);

  /** So long after the opening, or after the line. */
  public static Moment after(Duration time) {
    return new Moment(time, Optional.empty(), 1);
  }

  /** With the nth event of this name; one of the server's is already sent under the fault. */
  public static Moment with(String event, int nth) {
    return new Moment(Duration.ZERO, Optional.of(event), nth);
  }

  /** As it is written after {@code @}; empty for now. */
  @Override
  public String toString() {
    return event
        .map(name -> nth == 1 ? name : name + "#" + nth)
        .orElse(after.isZero() ? "" : FaultArgument.written(after));
  }
}
