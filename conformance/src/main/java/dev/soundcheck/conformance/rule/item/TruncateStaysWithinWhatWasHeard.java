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
 * A client cuts an item where its user heard it end, and not where the sound ends that it has:
 * sound comes faster than it is played (live-behaviour.md 6), and nobody can have heard more of it
 * than time has passed since it began.
 */
final class TruncateStaysWithinWhatWasHeard implements ClientRule {
  /** Clocks of two sides. Ours. */
  private static final Duration TOLERANCE = Duration.ofMillis(100);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    if (evidence.timed()) {
      for (Connection connection : evidence.connections()) {
        connection
            .events(EventType.CONVERSATION_ITEM_TRUNCATE)
            .forEach(truncate -> judge(truncate, connection, tally));
      }
    }
    return tally.verdict("a client that truncates an item with sound, and times");
  }

  private static void judge(Event truncate, Connection connection, Tally tally) {
    SpokenItem item = SpokenItem.at(truncate, connection);
    if (!item.isSilent()) {
      Duration passed = truncate.at().minus(item.begin());
      long cut = truncate.json().path("audio_end_ms").asLong(0);
      tally.expect(
          Duration.ofMillis(cut).compareTo(passed.plus(TOLERANCE)) <= 0,
          truncate,
          "an audio_end_ms of at most %d, the time since its sound began"
              .formatted(passed.toMillis()),
          "%d".formatted(cut));
    }
  }
}
