package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.hearing.Flaw;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing about a recording that is not as it should be.
 *
 * @param level how much it weighs
 * @param rule what it is held against: {@code schema}, the id of a {@link
 *     dev.soundcheck.conformance.rule.Rule} or that of a {@link
 *     dev.soundcheck.conformance.hearing.FlawKind}
 * @param line the line of the trace; its header is line 1
 * @param at when, since open
 * @param connection which connection, counted from 1
 * @param from who said it
 * @param event the event's name
 * @param text where in the event, what was expected and what was found
 * @param flaw what was heard, if the remark is about sound
 */
public record Remark(
    Level level,
    String rule,
    int line,
    Duration at,
    int connection,
    Origin from,
    String event,
    String text,
    Optional<Flaw> flaw) {
  /** How much a remark weighs. */
  public enum Level {
    /** The contract does not allow it. */
    BROKEN,
    /** The contract does not know it: an event or a member that is new. */
    DRIFT,
    /** The contract only asks for it, or somebody who listens hears it. */
    WARNING
  }
}
