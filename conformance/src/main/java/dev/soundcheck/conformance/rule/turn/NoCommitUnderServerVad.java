package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * Under server VAD the server ends turns, and a client commits nothing: {@code
 * input_audio_buffer.commit} is for manual turns only (events.yaml client_events).
 */
final class NoCommitUnderServerVad implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that asks for server VAD, or commits");
  }

  private static void judge(Connection connection, Tally tally) {
    for (Event event : connection.events()) {
      if (event.is(EventType.INPUT_AUDIO_BUFFER_COMMIT)) {
        tally.expect(
            !connection.asked(event).serverVad(),
            event,
            "manual turns, or no commit",
            "turn_detection server_vad");
      } else if (connection.asked(event).serverVad()) {
        tally.tested();
      }
    }
  }
}
