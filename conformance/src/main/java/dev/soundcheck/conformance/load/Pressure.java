package dev.soundcheck.conformance.load;

import java.time.Duration;

/**
 * How many sessions are open, and when.
 *
 * @param first how many are opened at once, evenly within {@code opening}
 * @param last how many there are in the end
 * @param ramp how long it takes from the first to the last, evenly
 * @param opening how long opening the first ones takes
 */
public record Pressure(int first, int last, Duration ramp, Duration opening) {
  private static final Duration OPENING = Duration.ofSeconds(1);

  /** The same number from beginning to end, opened within the first second. */
  public static Pressure constant(int sessions) {
    return new Pressure(sessions, sessions, Duration.ZERO, OPENING);
  }

  /** More and more. */
  public static Pressure ramp(int first, int last, Duration lasting) {
    return new Pressure(first, last, lasting, OPENING);
  }

  /** When the session of this number is to be opened, counted from 0. */
  Duration due(int number) {
    if (number < first) {
      return opening.multipliedBy(number).dividedBy(first);
    }
    long later = number - first + 1L;
    return opening.plus(ramp.multipliedBy(later).dividedBy(last - first));
  }
}
