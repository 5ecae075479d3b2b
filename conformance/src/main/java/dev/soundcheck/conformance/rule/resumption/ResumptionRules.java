package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code resumption}. */
public final class ResumptionRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new AResumedConversationKeepsItsId(),
          new AResumedSessionIsNew(),
          new HistoryIsToldBeforeSessionUpdated());

  private ResumptionRules() {}
}
