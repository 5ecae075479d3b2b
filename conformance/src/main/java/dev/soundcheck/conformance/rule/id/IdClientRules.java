package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code id}. */
public final class IdClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(new ClientEventIdsAreUnique(), new ClientItemIdsAreUnique(), new NamedItemsExist());

  private IdClientRules() {}
}
