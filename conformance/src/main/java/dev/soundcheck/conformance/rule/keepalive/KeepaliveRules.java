package dev.soundcheck.conformance.rule.keepalive;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code keepalive}. */
public final class KeepaliveRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(new APingComesWithTheGreeting(), new PingsComeEveryTenSeconds());

  private KeepaliveRules() {}
}
