package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Exchange;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * Each {@code input_audio_buffer.clear} is confirmed by one {@code input_audio_buffer.cleared},
 * also when there is nothing to clear (live-behaviour.md 2.4).
 */
final class ClearIsConfirmed implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that clears its sound");
  }

  private static void judge(Connection connection, Tally tally) {
    Exchange exchange =
        Exchange.of(
            connection,
            event -> event.is(EventType.INPUT_AUDIO_BUFFER_CLEAR),
            event -> event.is(EventType.INPUT_AUDIO_BUFFER_CLEARED),
            (answer, clear) -> true);
    for (Event clear : exchange.asked()) {
      if (exchange.answerTo(clear).isPresent()) {
        tally.tested();
      } else if (Patience.REPLY.isOver(connection, clear)) {
        tally.expect(false, clear, "input_audio_buffer.cleared", "none");
      }
    }
    exchange
        .unasked()
        .forEach(
            answer -> tally.expect(false, answer, "one for each clear of the client", "one more"));
  }
}
