package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Set;

/**
 * {@code input_audio_buffer.committed} anchors speech to the user's item before it, as captured
 * (live-behaviour.md 2.3), or to the item before it; the first to nothing.
 */
final class CommittedItemsAreChained implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Conversation conversation : Conversation.all(evidence.connections())) {
      conversation
          .connection()
          .events(EventType.INPUT_AUDIO_BUFFER_COMMITTED)
          .forEach(event -> judge(conversation, event, tally));
    }
    return tally.verdict("speech that is committed");
  }

  private static void judge(Conversation conversation, Event committed, Tally tally) {
    String anchor = committed.text("/previous_item_id");
    Set<String> anchors = conversation.anchorsOfSpeech(committed);
    conversation.connection().before(committed).stream()
        .filter(event -> isOfSame(event, committed))
        .forEach(event -> anchors.addAll(conversation.anchorsOfSpeech(event)));
    tally.expect(
        anchors.contains(anchor),
        committed,
        "as previous_item_id the user's item before it, or the item before it, or null where there"
            + " is none",
        anchor.isEmpty() ? "null" : anchor);
  }

  /** It may have been settled when the speech started. */
  private static boolean isOfSame(Event event, Event committed) {
    return event.is(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)
        && event.itemId().equals(committed.itemId());
  }
}
