package dev.soundcheck.schemas;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Numbers of messages, which may be larger than any type that we could read them into. */
public final class Numbers {
  /** Some three hundred thousand years: more is no length of anything. */
  private static final double MOST_MILLIS = 1e16;

  private Numbers() {}

  /** As a double; NaN for what is no number, or beyond all doubles. */
  public static double of(JsonNode value) {
    double number = value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
    return Double.isFinite(number) ? number : Double.NaN;
  }

  /** Whether both are the same number, whichever way it is written. */
  public static boolean same(JsonNode one, JsonNode other) {
    boolean exact = isExact(one) && isExact(other);
    return exact ? one.decimalValue().compareTo(other.decimalValue()) == 0 : one.equals(other);
  }

  /** As a length in milliseconds; empty for what is no number, or too large for one. */
  public static Optional<Duration> millis(JsonNode value) {
    double millis = of(value);
    return Math.abs(millis) < MOST_MILLIS
        ? Optional.of(Duration.ofMillis((long) millis))
        : Optional.empty();
  }

  private static boolean isExact(JsonNode value) {
    return value.isIntegralNumber() || !Double.isNaN(of(value));
  }
}
