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
import dev.soundcheck.schemas.Profile;
import java.util.List;
import java.util.Optional;

/**
 * Words while the user speaks come only when a model was asked to write them down; each {@code
 * updated} is followed by {@code completed} with the status {@code in_progress} and the same words
 * (live-behaviour.md 4). As documented {@code updated} stands alone.
 */
final class UpdatesComePairedWithCompleted implements ServerRule {
  private static final EventType UPDATED =
      EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED;
  private static final EventType COMPLETED =
      EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED;

  @Override
  public Verdict judge(Evidence evidence) {
    if (!evidence.profile().has(UPDATED)) {
      return Verdict.notApplicable("the profile has no words while the user speaks");
    }
    Tally tally = new Tally();
    boolean paired = evidence.profile() != Profile.DOCUMENTED;
    for (Connection connection : evidence.connections()) {
      for (Speech speech : connection.speeches()) {
        judge(connection, speech.all(UPDATED, COMPLETED), paired, tally);
      }
    }
    return tally.verdict("words that are written down while the user speaks");
  }

  private static void judge(
      Connection connection, List<Event> transcripts, boolean paired, Tally tally) {
    for (int i = 0; i < transcripts.size(); i++) {
      Event update = transcripts.get(i);
      if (update.is(UPDATED)) {
        wanted(connection, update, tally);
        if (paired) {
          pair(connection, update, transcripts.stream().skip(i + 1L).findFirst(), tally);
        }
      }
    }
  }

  private static void wanted(Connection connection, Event update, Tally tally) {
    boolean asked =
        !connection.asked(update).transcriptionModel().isEmpty()
            || !connection.agreed(update).transcriptionModel().isEmpty();
    tally.expect(asked, update, "none, since no transcription model was asked for", "one of them");
  }

  private static void pair(Connection connection, Event update, Optional<Event> next, Tally tally) {
    if (next.isEmpty() && !Patience.REPLY.isOver(connection, update)) {
      return;
    }
    String words = update.text("/transcript");
    tally.expect(
        next.filter(event -> isPair(event, words)).isPresent(),
        update,
        "completed after it, in_progress, with \"%s\"".formatted(words),
        next.map(UpdatesComePairedWithCompleted::shown).orElse("none"));
  }

  private static boolean isPair(Event event, String words) {
    return event.is(COMPLETED)
        && event.text("/status").equals("in_progress")
        && event.text("/transcript").equals(words);
  }

  private static String shown(Event event) {
    return "%s %s with \"%s\""
        .formatted(event.name(), event.text("/status"), event.text("/transcript"));
  }
}
