package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.schemas.EventType;
import java.util.Locale;
import java.util.Set;

/** What can keep an answer from coming that is nobody's fault. */
final class Excuses {
  /** Of these alone no turn is made (live-behaviour.md 1.3, the July settings). */
  private static final Set<String> BACKCHANNELS =
      Set.of("ah", "er", "hmm", "mhm", "mmm", "oh", "uh", "um", "i see");

  private Excuses() {}

  /** The client threw the sound away, at some time after this. */
  static boolean cleared(Connection connection, Event since) {
    return any(connection, since, EventType.INPUT_AUDIO_BUFFER_CLEAR);
  }

  /**
   * After this the user went on talking, the client cancelled or cleared, or something else went
   * wrong (live-behaviour.md 2.3, 2.4).
   */
  static boolean any(Connection connection, Event since) {
    return any(
        connection,
        since,
        EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED,
        EventType.INPUT_AUDIO_BUFFER_CLEAR,
        EventType.RESPONSE_CANCEL,
        EventType.ERROR);
  }

  /** Whether one of these came after this. */
  static boolean any(Connection connection, Event since, EventType... types) {
    return connection.after(since).stream().anyMatch(event -> event.is(types));
  }

  /** Whether words can make a turn. */
  static boolean areTurn(String words) {
    String plain = words.replaceAll("[\\p{P}]", "").strip().toLowerCase(Locale.ROOT);
    return !plain.isEmpty() && !BACKCHANNELS.contains(plain);
  }
}
