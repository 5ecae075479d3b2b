package dev.soundcheck.conformance.rule.transcription;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code transcription}. */
public final class TranscriptionRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new TheFinalTranscriptComesOnce(),
          new UpdatesComePairedWithCompleted(),
          new TranscriptsBelongToAnAnnouncedItem());

  private TranscriptionRules() {}
}
