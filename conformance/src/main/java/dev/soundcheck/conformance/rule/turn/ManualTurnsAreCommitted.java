package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Leaving;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.Optional;

/**
 * Sound that a client sends in a turn of its own is committed, taken back, or an answer to it is
 * asked for, before the client leaves; the server does not end such a turn (live-behaviour.md 2.4).
 */
final class ManualTurnsAreCommitted implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Optional<Event> last =
          connection
              .from(Origin.CLIENT)
              .filter(event -> event.isSound() && !connection.asked(event).serverVad())
              .reduce((earlier, later) -> later);
      if (Leaving.of(connection).isPresent() && last.isPresent()) {
        judge(last.get(), connection, tally);
      }
    }
    return tally.verdict("a client that sends sound in turns of its own, and leaves");
  }

  private static void judge(Event last, Connection connection, Tally tally) {
    boolean ended =
        connection.after(last).stream()
            .anyMatch(
                event ->
                    event.is(
                        EventType.INPUT_AUDIO_BUFFER_COMMIT,
                        EventType.INPUT_AUDIO_BUFFER_CLEAR,
                        EventType.RESPONSE_CREATE,
                        EventType.SESSION_UPDATE));
    tally.expect(
        ended,
        last,
        "input_audio_buffer.commit, input_audio_buffer.clear or response.create after it",
        "none of them");
  }
}
