package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.stream.Stream;

/**
 * A connection on which an earlier conversation goes on: the server greets it with the id of that
 * conversation (live-behaviour.md 2.12).
 *
 * @param earlier the connections before it that had the same
 */
record Continuation(Connection connection, List<Connection> earlier) {
  Continuation {
    earlier = List.copyOf(earlier);
  }

  /** All of a trace. */
  static Stream<Continuation> all(Evidence evidence) {
    return evidence.connections().stream()
        .map(connection -> new Continuation(connection, earlier(connection, evidence)))
        .filter(one -> !one.earlier().isEmpty());
  }

  private static List<Connection> earlier(Connection connection, Evidence evidence) {
    String conversation = conversation(connection);
    return evidence.connections().stream()
        .filter(other -> other.number() < connection.number())
        .filter(other -> !conversation.isEmpty() && conversation(other).equals(conversation))
        .toList();
  }

  private static String conversation(Connection connection) {
    return connection
        .events(EventType.CONVERSATION_CREATED)
        .map(event -> event.text("/conversation/id"))
        .findFirst()
        .orElse("");
  }

  /** Whether a client ever asked on a connection that the conversation be kept. */
  static boolean isKept(Connection connection) {
    return connection
        .events(EventType.SESSION_UPDATE)
        .anyMatch(update -> connection.asked(update).resumption());
  }
}
