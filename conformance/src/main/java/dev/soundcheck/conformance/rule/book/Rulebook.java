package dev.soundcheck.conformance.rule.book;

import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.session.SessionRules;
import dev.soundcheck.conformance.rule.tool.ToolRules;
import dev.soundcheck.schemas.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules, by section: a section is a package, and the table of contents is here. */
public final class Rulebook {
  /** Every rule. */
  public static final List<Rule> ALL =
      Stream.of(SessionRules.ALL, ToolRules.ALL, ClientRules.ALL).flatMap(Collection::stream).toList();

  private Rulebook() {}

  /** Those that judge this side. */
  public static List<Rule> binding(Origin side) {
    return ALL.stream().filter(rule -> rule.binds() == side).toList();
  }

  /** The rule of this id. */
  public static Optional<Rule> named(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** The section that a rule stands in: the last part of its package. */
  public static String section(Rule rule) {
    String room = rule.getClass().getPackageName();
    return room.substring(room.lastIndexOf('.') + 1);
  }
}
