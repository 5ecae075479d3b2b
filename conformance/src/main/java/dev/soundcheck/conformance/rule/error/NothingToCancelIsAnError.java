package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Errors;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;

/**
 * A {@code response.cancel} with no response under way is answered by an error, and by no {@code
 * response.done} (live-behaviour.md 2.7). Where a response may just have begun, or vanished without
 * a word, nobody can tell.
 */
final class NothingToCancelIsAnError implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.RESPONSE_CANCEL)
          .filter(cancel -> connection.active(cancel).isEmpty())
          .forEach(cancel -> judge(connection, cancel, tally));
    }
    return tally.verdict("a client that cancels while there is no response");
  }

  private static boolean crosses(Connection connection, Event cancel) {
    Duration end = cancel.at().plus(Evidence.CROSSING);
    return connection.after(cancel).stream()
        .filter(event -> event.is(EventType.RESPONSE_CREATED))
        .anyMatch(event -> event.at().compareTo(end) <= 0);
  }

  private static void judge(Connection connection, Event cancel, Tally tally) {
    connection.after(cancel).stream()
        .takeWhile(event -> !event.is(EventType.RESPONSE_CREATED, EventType.RESPONSE_CREATE))
        .filter(event -> event.text("/response/status").equals("cancelled"))
        .forEach(
            event ->
                tally.expect(false, event, "none, since there was nothing to cancel", "this one"));
    if (Errors.after(connection, cancel).isPresent()) {
      tally.tested();
    } else if (Patience.REPLY.isOver(connection, cancel) && !crosses(connection, cancel)) {
      tally.expect(false, cancel, "an error, since there is nothing to cancel", "none");
    }
  }
}
