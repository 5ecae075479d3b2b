package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.schemas.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A connection after the end of another one, both with resumption enabled.
 *
 * @param before the earlier connection
 * @param after the later connection
 */
record Resumed(Connection before, Connection after) {
  /** Those of a trace; which conversation a client asked for is not in it, its wish is. */
  static List<Resumed> all(Evidence evidence) {
    List<Resumed> all = new ArrayList<>();
    List<Connection> connections = evidence.connections();
    for (int i = 1; i < connections.size(); i++) {
      Resumed pair = new Resumed(connections.get(i - 1), connections.get(i));
      if (enables(pair.before) && enables(pair.after) && pair.isInTurn()) {
        all.add(pair);
      }
    }
    return all;
  }

  private static boolean enables(Connection connection) {
    return connection
        .events(EventType.SESSION_UPDATED)
        .anyMatch(updated -> connection.agreed(updated).resumption());
  }

  private boolean isInTurn() {
    return after.events().get(0).at().compareTo(before.end()) >= 0;
  }

  /** The conversation's id on each of them; empty text where it was not told. */
  boolean sameConversation() {
    return conversation(before).equals(conversation(after));
  }

  static String conversation(Connection connection) {
    return first(connection, EventType.CONVERSATION_CREATED)
        .map(event -> event.text("/conversation/id"))
        .orElse("");
  }

  static Optional<Event> first(Connection connection, EventType type) {
    return connection.events(type).findFirst();
  }
}
