package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code tool}. */
public final class ToolClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new ACallIsAnsweredOnce(),
          new AllOutputsComeBeforeResponseCreate(),
          new AnAnswerIsAskedForAfterTheOutputs(),
          new BrokenArgumentsAreAnsweredToo(),
          new CallIdsAreGivenBackWordForWord(),
          new EveryCallIsAnswered(),
          new OutputsNameCallsThatWereMade(),
          new OutputsWaitForResponseDone());

  private ToolClientRules() {}
}
