package dev.soundcheck.conformance.rule.transcription;

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
import java.util.Optional;

/**
 * Each committed item that was spoken gets one final transcript, after its commit, and no other
 * after it (live-behaviour.md 4). It may be missing where no model was asked to write it down, or
 * the client cleared the sound or deleted the item.
 */
final class TheFinalTranscriptComesOnce implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection.speeches().forEach(speech -> judge(connection, speech, tally));
    }
    return tally.verdict("speech that is committed and written down");
  }

  private static void judge(Connection connection, Speech speech, Tally tally) {
    List<Event> finals = speech.finals();
    Optional<Event> committed = speech.first(EventType.INPUT_AUDIO_BUFFER_COMMITTED);
    if (!finals.isEmpty()) {
      first(finals.get(0), committed, tally);
      nothingAfter(speech, finals.get(0), tally);
    } else {
      committed
          .filter(event -> isOwed(connection, event))
          .ifPresent(event -> tally.expect(false, event, "a final transcript of its item", "none"));
    }
  }

  private static void first(Event transcript, Optional<Event> committed, Tally tally) {
    tally.expect(
        committed.filter(event -> event.index() < transcript.index()).isPresent(),
        transcript,
        "committed of its item before it",
        "none");
  }

  private static void nothingAfter(Speech speech, Event transcript, Tally tally) {
    speech
        .all(
            EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED,
            EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED)
        .stream()
        .filter(event -> event.index() > transcript.index())
        .forEach(
            event ->
                tally.expect(
                    false, event, "no transcript of this item after the final one", "another one"));
  }

  private static boolean isOwed(Connection connection, Event committed) {
    boolean asked = !connection.agreed(committed).transcriptionModel().isEmpty();
    boolean dropped =
        connection.events().stream().anyMatch(event -> drops(event, committed.itemId()));
    return asked && !dropped && Patience.REPLY.isOver(connection, committed);
  }

  private static boolean drops(Event event, String item) {
    return event.is(EventType.INPUT_AUDIO_BUFFER_CLEAR)
        || (event.is(EventType.CONVERSATION_ITEM_DELETE) && event.itemId().equals(item));
  }
}
