package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;

/**
 * A client cancels an answer once; the second cancel finds nothing to be cancelled and is refused
 * (live-behaviour.md 2.7).
 */
final class AnAnswerIsCancelledOnce implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that cancels an answer");
  }

  private static void judge(Connection connection, Tally tally) {
    List<Event> cancels = connection.events(EventType.RESPONSE_CANCEL).toList();
    for (int i = 0; i < cancels.size(); i++) {
      boolean again = i > 0 && isSame(cancels.get(i - 1), cancels.get(i), connection);
      tally.expect(!again, cancels.get(i), "one response.cancel for an answer", "one more");
    }
  }

  /** Whether nothing has been begun, asked for or ended since the one before. */
  private static boolean isSame(Event before, Event cancel, Connection connection) {
    return connection.events().subList(before.index(), cancel.index()).stream()
        .noneMatch(
            event ->
                event.is(
                    EventType.RESPONSE_CREATED,
                    EventType.RESPONSE_CREATE,
                    EventType.RESPONSE_DONE,
                    EventType.ERROR));
  }
}
