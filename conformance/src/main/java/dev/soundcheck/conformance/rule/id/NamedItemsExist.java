package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import tools.jackson.databind.JsonNode;

/**
 * An item that a client names, to delete it, to cut it, or to put another one behind it, is there:
 * the server told of it, or the client made it, and nobody deleted it (live-behaviour.md 2.10). The
 * beginning of the conversation is named {@code root} (clients.md B).
 */
final class NamedItemsExist implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that names an item");
  }

  private static void judge(Connection connection, Tally tally) {
    KnownItems items = new KnownItems();
    for (Event event : connection.events()) {
      JsonNode named = named(event);
      if (named.isString()) {
        tally.expect(
            named.stringValue().equals("root") || items.has(named.stringValue()),
            event,
            "an item that was announced or created, or root",
            named.toString());
      }
      items.take(event);
    }
  }

  private static JsonNode named(Event event) {
    boolean changes =
        event.is(EventType.CONVERSATION_ITEM_DELETE, EventType.CONVERSATION_ITEM_TRUNCATE);
    return event.is(EventType.CONVERSATION_ITEM_CREATE)
        ? event.json().path("previous_item_id")
        : event.json().path(changes ? "item_id" : "");
  }
}
