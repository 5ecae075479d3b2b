package dev.soundcheck.conformance.report;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a timeline: something that was seen, or several of a kind that one side said in a
 * row.
 *
 * @param kind what it is
 * @param line the line of the trace at which it begins
 * @param times how many things it stands for
 * @param at when it begins
 * @param until when the last of it was seen
 * @param connection which connection, from 1
 * @param from who said it; empty for what nobody said
 * @param name the name of the event, or what it is
 * @param gist what it says, in one line
 * @param json all of it, for whoever wants to see it; the first of several; empty for no event
 */
record Entry(
    Kind kind,
    int line,
    int times,
    Duration at,
    Duration until,
    int connection,
    Optional<Origin> from,
    String name,
    String gist,
    String json) {
  /** What lines of a timeline are. */
  enum Kind {
    /** An event. */
    EVENT,
    /** Sound, in events or binary frames. */
    SOUND,
    /** Pieces of text. */
    TEXT,
    /** Pings, that nobody needs to read. */
    KEEPALIVE,
    /** What is no event. */
    MALFORMED,
    /** The end of a connection. */
    CLOSED,
    /** Nothing, for a while. */
    SILENCE,
    /** What is left out. */
    GAP;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
