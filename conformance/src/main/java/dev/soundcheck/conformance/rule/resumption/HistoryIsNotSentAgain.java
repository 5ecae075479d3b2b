package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A client that comes back to a conversation does not tell it again: the server knows what was
 * said, and what is sent twice stands there twice (field.md "Bugs", resumption). A message that was
 * not answered before the break may be sent again.
 */
final class HistoryIsNotSentAgain implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    Continuation.all(evidence)
        .filter(one -> Continuation.isKept(one.connection()))
        .forEach(one -> judge(one, tally));
    return tally.verdict("a client that comes back to a conversation, and says something");
  }

  private static void judge(Continuation one, Tally tally) {
    Set<String> said =
        one.earlier().stream()
            .flatMap(connection -> messages(answered(connection)).stream())
            .map(HistoryIsNotSentAgain::words)
            .collect(Collectors.toSet());
    for (Event message : messages(beginning(one.connection()))) {
      tally.expect(
          !said.contains(words(message)),
          message,
          "messages that were not answered before the break",
          words(message));
    }
  }

  /** What came before the last finished answer of a connection. */
  private static List<Event> answered(Connection connection) {
    return connection
        .events(EventType.RESPONSE_DONE)
        .reduce((earlier, later) -> later)
        .map(connection::before)
        .orElse(List.of());
  }

  /** What came before the first answer of a connection. */
  private static List<Event> beginning(Connection connection) {
    return connection
        .events(EventType.RESPONSE_CREATED)
        .findFirst()
        .map(connection::before)
        .orElse(connection.events());
  }

  private static List<Event> messages(List<Event> events) {
    return events.stream()
        .filter(event -> event.is(EventType.CONVERSATION_ITEM_CREATE))
        .filter(event -> !words(event).isEmpty())
        .toList();
  }

  private static String words(Event message) {
    return message
        .json()
        .at("/item/content")
        .valueStream()
        .map(part -> part.path("text").asString(""))
        .collect(Collectors.joining(" "));
  }
}
