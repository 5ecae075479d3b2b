package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;

/**
 * A client cuts an item at a place that it has: {@code audio_end_ms} is not beyond the sound that
 * the server had sent (events.yaml conversation.item.truncate; field.md "Bugs", second row).
 */
final class TruncateStaysWithinTheSound implements ClientRule {
  /** Lengths of deltas are rounded by either side, each by half a millisecond. Ours. */
  private static final Duration ROUNDING = Duration.ofMillis(10);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.CONVERSATION_ITEM_TRUNCATE)
          .forEach(truncate -> judge(truncate, connection, tally));
    }
    return tally.verdict("a client that truncates an item with sound of a known length");
  }

  private static void judge(Event truncate, Connection connection, Tally tally) {
    SpokenItem item = SpokenItem.at(truncate, connection);
    if (item.isSilent()) {
      return;
    }
    Duration cut = Duration.ofMillis(truncate.json().path("audio_end_ms").asLong(0));
    item.length()
        .ifPresent(
            sent ->
                tally.expect(
                    cut.compareTo(sent.plus(ROUNDING)) <= 0,
                    truncate,
                    "an audio_end_ms of at most %d, which was sent".formatted(sent.toMillis()),
                    "%d".formatted(cut.toMillis())));
  }
}
