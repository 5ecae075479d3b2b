package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code turn}. */
public final class TurnRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new SpeechStartsBeforeItStops(),
          new SpeechOffsetsGoForward(),
          new SpokenTurnsAreCommitted(),
          new ASpokenTurnIsAnswered(),
          new ACommitIsAnswered(),
          new ClearIsConfirmed(),
          new AResponseCreateIsAnswered());

  private TurnRules() {}
}
