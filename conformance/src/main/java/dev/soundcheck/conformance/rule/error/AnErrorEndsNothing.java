package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.List;
import java.util.Set;

/**
 * An error about something that the client sent ends nothing: the server goes on, and closes no
 * connection for it (live-behaviour.md 5.1; events.yaml session.rule). Errors about the account,
 * its own failures and the end of its time may be the last word (clients.md 5.1).
 */
final class AnErrorEndsNothing implements ServerRule {
  private static final Set<String> RECOVERABLE =
      Set.of("invalid_request_error", "invalid_event", "");

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.ERROR)
          .filter(AnErrorEndsNothing::isRecoverable)
          .forEach(error -> judge(connection, error, tally));
    }
    return tally.verdict("an error, and a server that says something after it");
  }

  private static boolean isRecoverable(Event error) {
    return RECOVERABLE.contains(error.text("/error/type")) && !Circumstances.of(error);
  }

  private static void judge(Connection connection, Event error, Tally tally) {
    List<Event> after = connection.after(error);
    boolean goesOn = after.stream().anyMatch(AnErrorEndsNothing::isLife);
    boolean closes =
        connection
            .closed()
            .filter(closed -> closed.from() == Origin.SERVER)
            .filter(closed -> !Patience.REPLY.isOver(connection, error))
            .isPresent();
    if (goesOn) {
      tally.tested();
    } else if (closes) {
      tally.expect(false, error, "a server that goes on after it", "that it closes");
    }
  }

  private static boolean isLife(Event event) {
    return event.from() == Origin.SERVER && !event.is(EventType.ERROR, EventType.PING);
  }
}
