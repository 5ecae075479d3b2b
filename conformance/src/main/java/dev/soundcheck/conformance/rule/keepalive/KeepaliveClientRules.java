package dev.soundcheck.conformance.rule.keepalive;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code keepalive}. */
public final class KeepaliveClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(new APingNeedsNoAnswer(), new TheClientSurvivesPings());

  private KeepaliveClientRules() {}
}
