package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.Optional;

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
 * @param rhythm when audio leaves at even times instead; empty leaves it to burst, gap and speed
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
    int speed,
    Optional<Rhythm> rhythm) {
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
          3,
          Optional.empty());

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
          1,
          Optional.empty());

  /** The same delays, audio at even times. */
  public Pace with(Rhythm even) {
    return new Pace(
        updated,
        request,
        item,
        sound,
        commit,
        transcript,
        response,
        burst,
        gap,
        speed,
        Optional.of(even));
  }

  /** All of it so many times faster. */
  public Pace times(int faster) {
    return new Pace(
        updated.over(faster),
        request.dividedBy(faster),
        item.dividedBy(faster),
        sound.dividedBy(faster),
        commit.dividedBy(faster),
        transcript.dividedBy(faster),
        response.dividedBy(faster),
        burst.over(faster),
        gap.over(faster),
        speed * faster,
        rhythm);
  }

  /**
   * Audio at even times, counted from the first piece of a spoken part.
   *
   * @param piece how much sound one holds; empty for pieces as irregular as the live service's
   * @param every how long after one the next leaves; empty for when it has been played
   */
  public record Rhythm(Optional<Duration> piece, Optional<Duration> every) {
    /** As fast as it plays. */
    public static final Rhythm REAL_TIME = new Rhythm(Optional.empty(), Optional.empty());

    /** Pieces of one length at even times. */
    public static Rhythm of(Duration piece, Duration every) {
      return new Rhythm(Optional.of(piece), Optional.of(every));
    }
  }

  /** A time between two bounds. */
  public record Span(Duration least, Duration most) {
    /** No time. */
    public static final Span NONE = new Span(Duration.ZERO, Duration.ZERO);

    static Span ofMillis(long least, long most) {
      return new Span(Duration.ofMillis(least), Duration.ofMillis(most));
    }

    Span over(int divisor) {
      return new Span(least.dividedBy(divisor), most.dividedBy(divisor));
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
