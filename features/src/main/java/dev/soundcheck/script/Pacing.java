package dev.soundcheck.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long the mock takes for what the live service needs time for, and when the sound of an answer
 * leaves.
 *
 * @param kind how
 * @param piece of {@link Kind#EXPLICIT}: how much sound a message holds
 * @param every of {@link Kind#EXPLICIT}: how long after the first of an answer the second leaves,
 *     and so on
 */
public record Pacing(Kind kind, Duration piece, Duration every) {
  /** What the names of the command line and of scenarios mean. */
  public enum Kind {
    /**
     * Delays as measured on the live service, sound in bursts about three times faster than it
     * plays.
     */
    LIVE("live"),
    /** Delays as measured; each piece of sound leaves when the one before has been played. */
    REAL_TIME("real-time"),
    /** Everything as live, in a tenth of the time. */
    FAST("fast"),
    /** No time at all; everything comes in the same order. */
    INSTANT("instant"),
    /** Delays as measured; pieces of one length leave at even times. */
    EXPLICIT("");

    private final String id;

    Kind(String id) {
      this.id = id;
    }
  }

  /** As the live service. */
  public static final Pacing LIVE = named(Kind.LIVE);

  /** Sound as fast as it plays. */
  public static final Pacing REAL_TIME = named(Kind.REAL_TIME);

  /** Ten times as fast as the live service. */
  public static final Pacing FAST = named(Kind.FAST);

  /** At once. */
  public static final Pacing INSTANT = named(Kind.INSTANT);

  /** The names, in the order in which they are listed. */
  public static final List<String> NAMES =
      Stream.of(LIVE, REAL_TIME, FAST, INSTANT).map(Pacing::toString).toList();

  /** What is accepted, in words. */
  public static final String EXPECTED =
      "live, real-time, fast, instant, or the length and the distance of pieces such as 20ms/20ms";

  private static final List<Pacing> NAMED = List.of(LIVE, REAL_TIME, FAST, INSTANT);

  private static final Pattern PIECES = Pattern.compile("([^/]+)/([^/]+)");

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static Pacing named(Kind kind) {
    return new Pacing(kind, Duration.ZERO, Duration.ZERO);
  }

  /**
   * Pieces of one length at even times; no time between them sends all at once.
   *
   * @throws ScriptException when the length is not positive, or one of both is longer than a minute
   */
  public static Pacing of(Duration piece, Duration every) {
    boolean fits = !piece.isNegative() && !piece.isZero() && !every.isNegative();
    if (!fits || piece.compareTo(LONGEST) > 0 || every.compareTo(LONGEST) > 0) {
      throw new ScriptException(
          List.of(
              "expected pieces of 1 ms to 1 min at a distance of 0 ms to 1 min, got %s every %s"
                  .formatted(Spelling.shown(piece), Spelling.shown(every))));
    }
    return new Pacing(Kind.EXPLICIT, piece, every);
  }

  /**
   * What {@code live}, {@code real-time}, {@code fast}, {@code instant} or {@code 20ms/20ms} is.
   */
  public static Optional<Pacing> parse(String written) {
    int name = NAMES.indexOf(written);
    Matcher pieces = PIECES.matcher(written);
    if (name >= 0) {
      return Optional.of(NAMED.get(name));
    }
    boolean times =
        pieces.matches()
            && FaultArgument.isDuration(pieces.group(1))
            && FaultArgument.isDuration(pieces.group(2));
    try {
      return times
          ? Optional.of(
              of(FaultArgument.duration(pieces.group(1)), FaultArgument.duration(pieces.group(2))))
          : Optional.empty();
    } catch (ScriptException outOfRange) {
      return Optional.empty();
    }
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return kind == Kind.EXPLICIT
        ? FaultArgument.written(piece) + "/" + FaultArgument.written(every)
        : kind.id;
  }
}
