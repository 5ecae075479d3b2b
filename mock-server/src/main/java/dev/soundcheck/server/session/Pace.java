package dev.soundcheck.server.session;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param updated from {@code session.update} to {@code session.updated}
 * @param request from any other event that is answered to its answer
 * @param item from {@code response.created} to the first item
 * @param sound from the first item to the first audio
 * @param commit from a client's commit to {@code committed}
 * @param transcript from {@code committed} to the final transcript
 * @param response from the final transcript to {@code response.created}
 * @param burst between audio deltas that come together
 * @param gap between audio deltas that do not
 * @param speed how many times faster than real time audio comes, within the gap
 */
public record Pace(
    Span updated,
    Duration request,
    Duration item,
    Duration sound,
    Duration commit,
    Duration transcript,
    Duration response,
    Span burst,
    Span gap,
    int speed) {
  /** As measured on the live service (live-behaviour.md 2.16 and 6). */
  public static final Pace LIVE =
      new Pace(
          Span.ofMillis(140, 500),
          Duration.ofMillis(65),
          Duration.ofMillis(330),
          Duration.ofMillis(420),
          Duration.ofMillis(570),
          Duration.ofMillis(130),
          Duration.ofMillis(3),
          Span.ofMillis(1, 7),
          Span.ofMillis(120, 320),
          3);

  /** Everything at once, in the same order. */
  public static final Pace INSTANT =
      new Pace(
          Span.NONE,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Span.NONE,
          Span.NONE,
          1);

  /** A time between two bounds. */
  public record Span(Duration least, Duration most) {
    /** No time. */
    public static final Span NONE = new Span(Duration.ZERO, Duration.ZERO);

    static Span ofMillis(long least, long most) {
      return new Span(Duration.ofMillis(least), Duration.ofMillis(most));
    }

    /** Somewhere between the bounds, by a share of 0 to 1. */
    Duration at(double share) {
      return least.plusNanos((long) (most.minus(least).toNanos() * share));
    }

    /** This time, or the bound that it passes. */
    Duration hold(Duration time) {
      return time.compareTo(least) < 0 ? least : time.compareTo(most) > 0 ? most : time;
    }
  }
}
