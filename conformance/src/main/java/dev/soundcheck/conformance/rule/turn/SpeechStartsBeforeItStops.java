package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Speech;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * Speech starts before it stops, and stops before it is committed; it may start several times in a
 * turn (live-behaviour.md 2.3). Where nothing is told of speech, there is nothing to be in order.
 */
final class SpeechStartsBeforeItStops implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().stream()
        .flatMap(connection -> connection.speeches().stream())
        .forEach(speech -> judge(speech, tally));
    return tally.verdict("speech that the server tells of");
  }

  private static void judge(Speech speech, Tally tally) {
    boolean open = false;
    for (Event event : speech.events()) {
      if (event.is(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)) {
        open = true;
      } else if (event.is(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED)) {
        tally.expect(open, event, "speech_started of its item before it", "none since it stopped");
        open = false;
      } else if (event.is(EventType.INPUT_AUDIO_BUFFER_COMMITTED) && open) {
        tally.expect(false, event, "speech_stopped of its item before it", "none since it started");
      }
    }
  }
}
