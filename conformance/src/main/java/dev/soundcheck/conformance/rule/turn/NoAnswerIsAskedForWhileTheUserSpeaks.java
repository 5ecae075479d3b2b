package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Optional;

/**
 * Under server VAD a client lets its user finish: {@code response.create} commits what was said so
 * far, and answers half a sentence (live-behaviour.md 2.4). It may ask for what its tools returned.
 */
final class NoAnswerIsAskedForWhileTheUserSpeaks implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)
          .filter(begin -> connection.asked(begin).serverVad())
          .forEach(begin -> tally.tested());
      connection
          .events(EventType.RESPONSE_CREATE)
          .filter(create -> connection.asked(create).serverVad())
          .forEach(create -> judge(create, connection, tally));
    }
    return tally.verdict("speech under server VAD");
  }

  private static void judge(Event create, Connection connection, Tally tally) {
    Optional<Event> newest =
        connection.before(create).stream()
            .filter(event -> event.is(EventType.CONVERSATION_ITEM_CREATE))
            .reduce((earlier, later) -> later);
    boolean returned =
        newest.filter(item -> item.text("/item/type").equals("function_call_output")).isPresent();
    tally.expect(
        returned || !OpenSpeech.at(create, connection),
        create,
        "response.create when the user has finished",
        "one while the user speaks");
  }
}
