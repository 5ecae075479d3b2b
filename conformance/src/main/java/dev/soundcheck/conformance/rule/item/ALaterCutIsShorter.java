package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Optional;

/**
 * A client that cuts an item once more cuts it shorter: what was cut off is gone, and cannot be had
 * back (events.yaml conversation.item.truncated). A refused cut did nothing.
 */
final class ALaterCutIsShorter implements ClientRule {
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
    Optional<Event> before =
        connection.before(truncate).stream()
            .filter(event -> event.is(EventType.CONVERSATION_ITEM_TRUNCATED))
            .filter(event -> event.itemId().equals(truncate.itemId()))
            .reduce((earlier, later) -> later);
    long left = before.map(ALaterCutIsShorter::end).orElse(Long.MAX_VALUE);
    tally.expect(
        end(truncate) <= left,
        truncate,
        "an audio_end_ms of at most %d, where it was cut".formatted(left),
        String.valueOf(end(truncate)));
  }

  private static long end(Event event) {
    return event.json().path("audio_end_ms").asLong(0);
  }
}
