package dev.soundcheck.conformance.rule.closing;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.Optional;
import java.util.Set;

/**
 * A session that lasted too long, or was quiet for too long, ends with an error of the type {@code
 * max_duration} or {@code timeout}, and then the close (events.yaml, error; live-behaviour.md 5.2).
 * Why a server closes is taken from the reason that it gives.
 */
final class AnErrorAnnouncesTheEnd implements ServerRule {
  private static final Set<String> TYPES = Set.of("timeout", "max_duration");

  private static final String TIME =
      "(?is).*(time.?out|timed out|inactiv|idle|nothing came|duration|too long|lasted|expire).*";

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Optional<Event> error =
          connection.from(Origin.SERVER).filter(it -> announces(it)).findFirst();
      error.ifPresent(event -> endsThen(connection, event, tally));
      if (error.isEmpty() && endsForTime(connection)) {
        tally.expect(
            false,
            connection.closedWhere().orElseThrow(),
            "an error of the type timeout or max_duration before it",
            "none");
      }
    }
    return tally.verdictOr("no session lasted or was quiet for too long");
  }

  /** At launch errors had a code and no type (live-behaviour.md 5.1). */
  private static boolean announces(Event event) {
    return event.is(EventType.ERROR)
        && (TYPES.contains(event.text("/error/type")) || TYPES.contains(event.text("/code")));
  }

  private static void endsThen(Connection connection, Event error, Tally tally) {
    Optional<Event> more =
        connection.after(error).stream().filter(it -> it.from() == Origin.SERVER).findFirst();
    String expected = "the close behind this error";
    if (more.isPresent()) {
      tally.expect(false, more.get(), expected, "this");
    } else if (connection.closed().isPresent()) {
      tally.tested();
    } else if (connection.wentOnAfter(error)) {
      tally.expect(false, error, expected, "none");
    }
  }

  private static boolean endsForTime(Connection connection) {
    return connection
        .closed()
        .filter(closed -> closed.from() == Origin.SERVER && closed.reason().matches(TIME))
        .isPresent();
  }
}
