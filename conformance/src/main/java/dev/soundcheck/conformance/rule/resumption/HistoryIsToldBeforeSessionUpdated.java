package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On a resumed connection what the assistant said before is told again, before {@code
 * session.updated} (live-behaviour.md 2.12).
 */
final class HistoryIsToldBeforeSessionUpdated implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    Resumed.all(evidence).stream()
        .filter(Resumed::sameConversation)
        .filter(pair -> spoke(pair.before()))
        .forEach(pair -> judge(pair.after(), tally));
    return tally.verdict("a resumed conversation in which the assistant has spoken");
  }

  /** Whether an answer was finished in which something was said that nobody deleted. */
  private static boolean spoke(Connection connection) {
    Set<String> deleted =
        connection
            .events(EventType.CONVERSATION_ITEM_DELETE)
            .map(Event::itemId)
            .collect(Collectors.toSet());
    return connection.responses().stream()
        .filter(response -> response.done().isPresent() && !response.cut())
        .flatMap(response -> response.events().stream())
        .filter(event -> event.text("/item/type").equals("message"))
        .anyMatch(event -> !deleted.contains(event.itemId()));
  }

  private static void judge(Connection connection, Tally tally) {
    Event updated =
        connection
            .events(EventType.SESSION_UPDATED)
            .filter(event -> connection.agreed(event).resumption())
            .findFirst()
            .orElseThrow();
    boolean told =
        connection.before(updated).stream().anyMatch(HistoryIsToldBeforeSessionUpdated::isSpoken);
    tally.expect(told, updated, "what the assistant said before it", "none of it");
    connection.after(updated).stream()
        .filter(HistoryIsToldBeforeSessionUpdated::isSpoken)
        .filter(event -> !isNew(connection, event))
        .forEach(event -> tally.expect(false, event, "it before session.updated", "it after that"));
  }

  /** Said on this connection, or given by the client. */
  private static boolean isNew(Connection connection, Event event) {
    boolean said =
        connection.responses().stream()
            .flatMap(response -> response.events().stream())
            .anyMatch(own -> own.itemId().equals(event.itemId()));
    return said
        || connection
            .events(EventType.CONVERSATION_ITEM_CREATE)
            .anyMatch(HistoryIsToldBeforeSessionUpdated::isGiven);
  }

  private static boolean isGiven(Event create) {
    return create.text("/item/role").equals("assistant");
  }

  private static boolean isSpoken(Event event) {
    return event.is(EventType.CONVERSATION_ITEM_ADDED, EventType.CONVERSATION_ITEM_CREATED)
        && event.text("/item/role").equals("assistant");
  }
}
