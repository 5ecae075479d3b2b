package dev.soundcheck.conformance.rule.closing;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code closing}. */
public final class ClosingClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(new TheClientDoesNotLeaveInTheMiddle(), new TheClientSaysGoodbye());

  private ClosingClientRules() {}
}
