package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.HashMap;
import java.util.Map;

/**
 * The times at which speech starts and stops go forward: each start after the one before, each stop
 * after the one before, and speech stops after it started. Whether they count the sound or the
 * clock is left open (live-behaviour.md 6; decisions.md "Numbers"); a start may lie before the last
 * stop, since it may be padded.
 */
final class SpeechOffsetsGoForward implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("speech that the server tells of");
  }

  private static void judge(Connection connection, Tally tally) {
    Map<String, Long> startOf = new HashMap<>();
    long start = 0;
    long stop = 0;
    for (Event event : connection.events()) {
      if (event.is(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)) {
        long at = event.json().path("audio_start_ms").asLong(0);
        forward(event, at, start, tally);
        startOf.put(event.itemId(), at);
        start = at;
      } else if (event.is(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED)) {
        long at = event.json().path("audio_end_ms").asLong(0);
        forward(event, at, Math.max(stop, startOf.getOrDefault(event.itemId(), 0L)), tally);
        stop = at;
      }
    }
  }

  private static void forward(Event event, long at, long before, Tally tally) {
    tally.expect(at >= before, event, "%d ms or later".formatted(before), at + " ms");
  }
}
