package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code item}. */
public final class ItemRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new ItemsAreChained(),
          new CommittedItemsAreChained(),
          new CreatedItemsAreAdded(),
          new DeletedItemsAreConfirmed(),
          new TruncationIsAnswered(),
          new ForcedWordsAreSpoken());

  private ItemRules() {}
}
