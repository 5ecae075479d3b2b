package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.schemas.EventType;

/** Speech of the user that is not over. */
final class OpenSpeech {
  private OpenSpeech() {}

  /** Whether the user was speaking when this was said, and the client could know for a while. */
  static boolean at(Event event, Connection connection) {
    return connection.before(event).stream()
        .filter(
            earlier ->
                earlier.is(
                    EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED,
                    EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED,
                    EventType.INPUT_AUDIO_BUFFER_COMMITTED,
                    EventType.INPUT_AUDIO_BUFFER_COMMIT,
                    EventType.INPUT_AUDIO_BUFFER_CLEAR))
        .reduce((earlier, later) -> later)
        .filter(last -> last.is(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED))
        .filter(begin -> begin.at().plus(Evidence.CROSSING).compareTo(event.at()) < 0)
        .isPresent();
  }
}
