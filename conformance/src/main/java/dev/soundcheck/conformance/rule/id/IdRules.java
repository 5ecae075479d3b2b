package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code id}. */
public final class IdRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new EventIdsAreUnique(),
          new ResponseIdsAreUnique(),
          new ItemIdsAreUnique(),
          new ItemsAreAnnouncedBeforeTheyAreNamed(),
          new AClientsItemIdIsKept());

  private IdRules() {}
}
