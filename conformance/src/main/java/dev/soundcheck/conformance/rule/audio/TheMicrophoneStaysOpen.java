package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.Optional;

/**
 * Under server VAD a client goes on sending, silence too, until its turn is over: the end of speech
 * is found in the sound that comes and not by the clock, so that a microphone that is switched off
 * after the last word is never answered (live-behaviour.md 2.3, HACC).
 */
final class TheMicrophoneStaysOpen implements ClientRule {
  /** Four times the silence that ends a turn where nobody asked for another length. Ours. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)
          .filter(begin -> connection.agreed(begin).serverVad())
          .forEach(begin -> judge(begin, connection, evidence, tally));
    }
    return tally.verdict("speech under server VAD, from a client that sends bytes and times");
  }

  private static void judge(Event begin, Connection connection, Evidence evidence, Tally tally) {
    Optional<Event> end =
        connection.after(begin).stream().filter(TheMicrophoneStaysOpen::ends).findFirst();
    if (end.isPresent()) {
      tally.tested();
      return;
    }
    Microphone microphone = new Microphone(connection);
    Microphone.sounds(connection).forEach(microphone::take);
    Optional<Event> last = Microphone.sounds(connection).reduce((earlier, later) -> later);
    if (evidence.timed() && microphone.isKnown() && last.isPresent()) {
      Duration silent = connection.end().minus(microphone.until());
      tally.expect(
          silent.compareTo(PATIENCE) <= 0,
          last.get(),
          "sound, or silence, until input_audio_buffer.speech_stopped",
          "nothing for %d ms after it".formatted(silent.toMillis()));
    }
  }

  /** The turn is over, or the client ends it in another way. */
  private static boolean ends(Event event) {
    return event.is(
        EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED,
        EventType.INPUT_AUDIO_BUFFER_COMMITTED,
        EventType.INPUT_AUDIO_BUFFER_COMMIT,
        EventType.INPUT_AUDIO_BUFFER_CLEAR,
        EventType.RESPONSE_CREATE,
        EventType.SESSION_UPDATE,
        EventType.ERROR);
  }
}
