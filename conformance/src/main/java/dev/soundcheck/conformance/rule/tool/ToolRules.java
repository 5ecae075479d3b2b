package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code tool}. */
public final class ToolRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new ACallIsAnnouncedBeforeItsArguments(),
          new ArgumentsAreJson(),
          new ArgumentsAreWhole(),
          new CallIdsAreUnique(),
          new CallsAreOfToolsThatWereOffered(),
          new TheModelWaitsForResponseCreate());

  private ToolRules() {}
}
