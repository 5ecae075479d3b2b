package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An item that a client gives an id keeps it, to the letter (live-behaviour.md 1.1; clients.md
 * A/4).
 */
final class AClientsItemIdIsKept implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.CONVERSATION_ITEM_CREATE)
          .filter(event -> !event.itemId().isEmpty())
          .forEach(create -> judge(connection, create, tally));
    }
    return tally.verdict("a client that creates an item with an id");
  }

  private static void judge(Connection connection, Event create, Tally tally) {
    List<Event> alike =
        connection.after(create).stream()
            .filter(event -> event.is(EventType.CONVERSATION_ITEM_ADDED))
            .filter(event -> looks(event).equals(looks(create)))
            .toList();
    if (alike.stream().anyMatch(event -> event.itemId().equals(create.itemId()))) {
      tally.tested();
    } else if (!alike.isEmpty() && isOnlyOne(connection, create)) {
      tally.expect(
          false,
          alike.get(0),
          "the id that the client gave it, " + create.itemId(),
          alike.get(0).itemId());
    }
  }

  /** Of two that look the same nobody can say which of them was added. */
  private static boolean isOnlyOne(Connection connection, Event create) {
    return connection
            .events(EventType.CONVERSATION_ITEM_CREATE)
            .filter(event -> looks(event).equals(looks(create)))
            .count()
        == 1;
  }

  /** What kind of item it is, whose message, which call it is about, and its words. */
  private static String looks(Event event) {
    JsonNode item = event.json().path("item");
    StringBuilder looks = new StringBuilder(item.path("type").asString(""));
    looks.append('|').append(whose(item));
    looks.append('|').append(item.path("call_id").asString("")).append('|');
    item.path("content").forEach(part -> looks.append(part.path("text").asString("")));
    return looks.toString();
  }

  /** A result has no role when it is created, and some when it is added. */
  private static String whose(JsonNode item) {
    return item.path("type").asString("").equals("message") ? item.path("role").asString("") : "";
  }
}
