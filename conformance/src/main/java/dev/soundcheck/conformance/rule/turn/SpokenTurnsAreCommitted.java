package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Speech;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;

/**
 * Under server VAD speech that stopped is committed; no item is committed twice (live-behaviour.md
 * 2.3). The user may go on talking in the same item, and the client may clear the sound.
 */
final class SpokenTurnsAreCommitted implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection.speeches().forEach(speech -> judge(connection, speech, tally));
    }
    return tally.verdict("speech that stopped under server VAD");
  }

  private static void judge(Connection connection, Speech speech, Tally tally) {
    List<Event> committed = speech.all(EventType.INPUT_AUDIO_BUFFER_COMMITTED);
    committed.stream()
        .skip(1)
        .forEach(
            again -> tally.expect(false, again, "one committed for each spoken item", "one more"));
    List<Event> stopped = speech.all(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED);
    if (stopped.isEmpty() || !connection.agreed(stopped.get(0)).serverVad()) {
      return;
    }
    Event last = stopped.get(stopped.size() - 1);
    if (!committed.isEmpty()) {
      tally.tested();
    } else if (Patience.REPLY.isOver(connection, last) && !goesOn(connection, speech, last)) {
      tally.expect(false, last, "committed of its item after it", "none");
    }
  }

  private static boolean goesOn(Connection connection, Speech speech, Event last) {
    boolean talking =
        speech.all(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).stream()
            .anyMatch(event -> event.index() > last.index());
    return talking || Excuses.cleared(connection, speech.events().get(0));
  }
}
