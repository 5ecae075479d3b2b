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

/**
 * Each {@code conversation.item.truncate} is answered: by {@code conversation.item.truncated} about
 * the same item, or by an error whose message has "truncat" in it, which clients look for
 * (live-behaviour.md 2.9; clients.md 10.3).
 */
final class TruncationIsAnswered implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that truncates an item");
  }

  private static void judge(Connection connection, Tally tally) {
    Exchange exchange =
        Exchange.of(
            connection,
            event -> event.is(EventType.CONVERSATION_ITEM_TRUNCATE),
            event -> event.is(EventType.CONVERSATION_ITEM_TRUNCATED) || isRefusal(event),
            TruncationIsAnswered::fits);
    for (Event truncate : exchange.asked()) {
      if (exchange.answerTo(truncate).isPresent()) {
        tally.tested();
      } else if (Patience.REPLY.isOver(connection, truncate)) {
        tally.expect(
            false,
            truncate,
            "conversation.item.truncated, or an error with \"truncat\" in its message",
            "neither");
      }
    }
    exchange.unasked().stream()
        .filter(answer -> answer.is(EventType.CONVERSATION_ITEM_TRUNCATED))
        .forEach(
            answer ->
                tally.expect(
                    false, answer, "the item of a conversation.item.truncate", answer.itemId()));
  }

  private static boolean isRefusal(Event event) {
    return event.is(EventType.ERROR) && Errors.says(event, "truncat");
  }

  private static boolean fits(Event answer, Event truncate) {
    return answer.is(EventType.ERROR)
        ? Errors.fits(answer, truncate)
        : answer.itemId().equals(truncate.itemId());
  }
}
