package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code response}. */
public final class ResponseClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new AnAnswerIsCancelledOnce(),
          new CancelNamesAResponse(),
          new NoAnswerIsAskedForWithoutNews(),
          new OneResponseIsAskedForAtATime(),
          new OnlyRunningAnswersAreCancelled());

  private ResponseClientRules() {}
}
