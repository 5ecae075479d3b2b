package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code resumption}. */
public final class ResumptionClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new ATurnedAwayClientWaits(),
          new HistoryIsNotSentAgain(),
          new ReconnectsWait(),
          new ResumptionIsAskedForAgain());

  private ResumptionClientRules() {}
}
