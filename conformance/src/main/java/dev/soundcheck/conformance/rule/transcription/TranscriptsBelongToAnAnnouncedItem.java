package dev.soundcheck.conformance.rule.transcription;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/** Transcripts name an item that was told of before (live-behaviour.md 2.3, 2.4). */
final class TranscriptsBelongToAnAnnouncedItem implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(
              EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED,
              EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED)
          .forEach(
              transcript ->
                  tally.expect(
                      connection.before(transcript).stream()
                          .anyMatch(event -> announces(event, transcript)),
                      transcript,
                      "the item of a speech_started, committed or conversation.item.added before",
                      "the item \"%s\"".formatted(transcript.itemId())));
    }
    return tally.verdict("a transcript of what the user says");
  }

  private static boolean announces(Event event, Event transcript) {
    return event.is(
            EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED,
            EventType.INPUT_AUDIO_BUFFER_COMMITTED,
            EventType.CONVERSATION_ITEM_ADDED)
        && event.itemId().equals(transcript.itemId());
  }
}
