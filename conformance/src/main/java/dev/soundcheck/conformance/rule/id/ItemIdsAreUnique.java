package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.HashMap;
import java.util.Map;

/**
 * A conversation gets each item once (live-behaviour.md 2.2 to 2.5). A client that creates an item
 * again, after it was deleted, may see it added again; in early 2026 calls of tools were announced
 * several times (2.5).
 */
final class ItemIdsAreUnique implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Map<String, Integer> added = new HashMap<>();
      connection
          .events(EventType.CONVERSATION_ITEM_ADDED, EventType.CONVERSATION_ITEM_CREATED)
          .filter(event -> !announcedSeveralTimes(evidence.profile(), event))
          .forEach(
              event -> {
                int times = added.merge(event.itemId(), 1, Integer::sum);
                tally.expect(
                    times <= Math.max(1, created(connection, event)),
                    event,
                    "an item that was not added before",
                    "the item %s again".formatted(event.itemId()));
              });
    }
    return tally.verdict("a server that adds an item to the conversation");
  }

  private static boolean announcedSeveralTimes(Profile profile, Event event) {
    return profile == Profile.LAUNCH && event.text("/item/type").equals("function_call");
  }

  /** How often the client had asked for an item of this id. */
  private static long created(Connection connection, Event added) {
    return connection.before(added).stream()
        .filter(event -> event.is(EventType.CONVERSATION_ITEM_CREATE))
        .filter(event -> event.itemId().equals(added.itemId()))
        .count();
  }
}
