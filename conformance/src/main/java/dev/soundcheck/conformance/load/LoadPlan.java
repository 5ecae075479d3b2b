package dev.soundcheck.conformance.load;

import dev.soundcheck.conformance.client.SessionRequest;
import dev.soundcheck.conformance.client.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a load does.
 *
 * @param target the server
 * @param mode what sessions do
 * @param pressure how many there are
 * @param duration from the first connection to the end
 * @param warmUp how much of its beginning is not counted
 * @param rhythm when turns begin and end
 * @param speech what is said aloud; empty when nothing is
 * @param words what is typed
 * @param written whether answers are asked for as text; some servers speak all the same
 * @param session what each session is asked to be
 * @param every how long a server takes from delta to delta, where that is known: gaps are held
 *     against it
 */
public record LoadPlan(
    Target target,
    Mode mode,
    Pressure pressure,
    Duration duration,
    Duration warmUp,
    Rhythm rhythm,
    Optional<Speech> speech,
    String words,
    boolean written,
    SessionRequest session,
    Optional<Duration> every) {

  /**
   * When turns begin and end.
   *
   * @param turns how many a session has before another one takes its place; empty for ever
   * @param rate turns that begin each second, all sessions together, whether the last one is
   *     answered or not (an open loop); empty when each begins after the one before (a closed one)
   * @param think how long a user says nothing after an answer, in a closed loop
   * @param patience how long an answer is waited for
   * @param interrupting which part of spoken answers is broken into, 0 to 1
   * @param seed which ones those are
   */
  public record Rhythm(
      OptionalInt turns,
      OptionalDouble rate,
      Duration think,
      Duration patience,
      double interrupting,
      long seed) {
    /** One turn after the other, for ever. */
    public static final Rhythm CLOSED =
        new Rhythm(
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Duration.ZERO,
            Duration.ofSeconds(30),
            0,
            1);
  }
}
