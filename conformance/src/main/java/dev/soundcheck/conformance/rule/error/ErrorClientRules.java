package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code error}. */
public final class ErrorClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(new TheClientSurvivesAnError(), new TheSameMistakeIsNotRepeated());

  private ErrorClientRules() {}
}
