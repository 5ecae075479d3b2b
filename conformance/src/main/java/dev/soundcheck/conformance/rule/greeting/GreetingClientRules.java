package dev.soundcheck.conformance.rule.greeting;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code greeting}. */
public final class GreetingClientRules {
  /** All of them. */
  public static final List<Rule> ALL = List.of(new AMuteServerIsLeft());

  private GreetingClientRules() {}
}
