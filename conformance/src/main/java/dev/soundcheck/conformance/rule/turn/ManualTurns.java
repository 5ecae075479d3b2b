package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;

/** Turns that a client ends itself. */
final class ManualTurns {
  /**
   * A server answers a turn by itself within this time, if it does at all. Ours; a commit is
   * answered after 0.7 s (live-behaviour.md 2.4).
   */
  static final Duration THINKING = Duration.ofSeconds(2);

  private ManualTurns() {}

  /** Whether sound of the client is waiting when this is said. */
  static boolean isFilled(Connection connection, Event at) {
    boolean filled = false;
    for (Event event : connection.before(at)) {
      if (event.from() == Origin.CLIENT && event.isSound()) {
        filled = true;
      } else if (event.is(
          EventType.INPUT_AUDIO_BUFFER_COMMIT,
          EventType.INPUT_AUDIO_BUFFER_CLEAR,
          EventType.INPUT_AUDIO_BUFFER_COMMITTED)) {
        filled = false;
      }
    }
    return filled;
  }

  /** Whether this commit ends a turn: sound is waiting, and the server does not end turns. */
  static boolean isTurn(Connection connection, Event commit) {
    return !connection.asked(commit).serverVad() && isFilled(connection, commit);
  }

  /** The last of these kinds before an event, if it was said at most so long before it. */
  static Optional<Event> shortlyBefore(Connection connection, Event event, EventType... types) {
    return connection.before(event).stream()
        .filter(earlier -> earlier.is(types))
        .reduce((earlier, later) -> later)
        .filter(last -> event.at().minus(last.at()).compareTo(THINKING) < 0);
  }

  /** What was said after the one and before the other. */
  static boolean between(Connection connection, Event from, Event to, EventType... types) {
    return connection.events().subList(from.index() + 1, to.index()).stream()
        .anyMatch(event -> event.is(types));
  }
}
