package dev.soundcheck.conformance.rule.greeting;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code greeting}. */
public final class GreetingRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(new TheGreetingComesFirst(), new TheConversationIsAnnounced());

  private GreetingRules() {}
}
