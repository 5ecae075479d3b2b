package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code turn}. */
public final class TurnClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new AClearDoesNotTakeTheAnswerAway(),
          new ACommitIsAskedForOnce(),
          new ManualTurnsAreCommitted(),
          new NoAnswerIsAskedForWhileTheUserSpeaks(),
          new NoCommitUnderServerVad(),
          new NoEmptyCommit(),
          new NothingIsTypedWhileTheUserSpeaks(),
          new TheServersOwnAnswerIsNotAskedFor());

  private TurnClientRules() {}
}
