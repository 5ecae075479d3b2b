package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Errors;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Exchange;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.Optional;

/**
 * Each {@code conversation.item.delete} is answered by one {@code conversation.item.deleted}, or by
 * an error when there is no such item (live-behaviour.md 2.10). The live service names no item in
 * it.
 */
final class DeletedItemsAreConfirmed implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    boolean named =
        evidence.profile() == Profile.DOCUMENTED || evidence.profile() == Profile.OPENAI_GA;
    evidence.connections().forEach(connection -> judge(connection, named, tally));
    return tally.verdict("a client that deletes an item");
  }

  private static void judge(Connection connection, boolean named, Tally tally) {
    Exchange exchange =
        Exchange.of(
            connection,
            event -> event.is(EventType.CONVERSATION_ITEM_DELETE),
            event -> event.is(EventType.CONVERSATION_ITEM_DELETED) || isRefusal(event),
            (answer, delete) -> fits(answer, delete, named));
    for (Event delete : exchange.asked()) {
      Optional<Event> answer = exchange.answerTo(delete);
      if (answer.isPresent()) {
        right(connection, delete, answer.get(), tally);
      } else if (Patience.REPLY.isOver(connection, delete)) {
        tally.expect(false, delete, "conversation.item.deleted, or an error", "neither");
      }
    }
    exchange.unasked().stream()
        .filter(answer -> answer.is(EventType.CONVERSATION_ITEM_DELETED))
        .forEach(
            answer ->
                tally.expect(
                    false,
                    answer,
                    "one for each conversation.item.delete, about its item",
                    "one about \"%s\"".formatted(answer.itemId())));
  }

  private static boolean isRefusal(Event event) {
    return event.is(EventType.ERROR) && Errors.says(event, "not found");
  }

  private static boolean fits(Event answer, Event delete, boolean named) {
    if (answer.is(EventType.ERROR)) {
      return Errors.fits(answer, delete);
    }
    boolean unnamed = answer.itemId().isEmpty() && !named;
    return unnamed || answer.itemId().equals(delete.itemId());
  }

  private static void right(Connection connection, Event delete, Event answer, Tally tally) {
    boolean mentioned =
        connection.events().stream()
            .filter(event -> event.index() != answer.index())
            .anyMatch(event -> mentions(event, delete));
    boolean deleted = answer.is(EventType.CONVERSATION_ITEM_DELETED);
    boolean fresh = connection.number() == 1;
    tally.expect(
        mentioned || !deleted || !fresh,
        answer,
        "an error, since there is no item \"%s\"".formatted(delete.itemId()),
        "conversation.item.deleted");
  }

  /** An item that the conversation may have. */
  private static boolean mentions(Event event, Event delete) {
    return event.itemId().equals(delete.itemId()) && !event.is(EventType.CONVERSATION_ITEM_DELETE);
  }
}
