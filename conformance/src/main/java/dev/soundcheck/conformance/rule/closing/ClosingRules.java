package dev.soundcheck.conformance.rule.closing;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code closing}. */
public final class ClosingRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(new TheServerClosesWithACode(), new AnErrorAnnouncesTheEnd());

  private ClosingRules() {}
}
