package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A client cuts what the assistant says, and names a part of it that there is; nothing else can be
 * cut (events.yaml conversation.item.truncate; field.md "Bugs", second row).
 */
final class TruncateIsOfSpokenItems implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.CONVERSATION_ITEM_TRUNCATE)
          .forEach(truncate -> judge(truncate, connection, tally));
    }
    return tally.verdict("a client that truncates an item");
  }

  private static void judge(Event truncate, Connection connection, Tally tally) {
    List<Event> about =
        connection.before(truncate).stream()
            .filter(event -> event.itemId().equals(truncate.itemId()))
            .toList();
    Optional<String> role =
        about.stream()
            .map(event -> event.text("/item/role"))
            .filter(it -> !it.isEmpty())
            .findFirst();
    Optional<String> type =
        about.stream()
            .map(event -> event.text("/item/type"))
            .filter(it -> !it.isEmpty())
            .findFirst();
    boolean spoken =
        role.orElse("assistant").equals("assistant") && type.orElse("message").equals("message");
    tally.expect(
        spoken,
        truncate,
        "a message of the assistant",
        "a %s of the %s".formatted(type.orElse("message"), role.orElse("assistant")));
    Set<Integer> parts =
        about.stream()
            .filter(event -> event.json().path("content_index").isInt())
            .map(event -> event.json().path("content_index").intValue())
            .collect(Collectors.toSet());
    int named = truncate.json().path("content_index").asInt(0);
    tally.expect(
        !spoken || parts.isEmpty() || parts.contains(named),
        truncate,
        "a content_index among " + parts,
        String.valueOf(named));
  }
}
