package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code item}. */
public final class ItemClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new ABargeInIsTruncated(),
          new ALaterCutIsShorter(),
          new ForcedWordsAreNotAskedFor(),
          new OneItemIsDeletedAtATime(),
          new PicturesAreNotSent(),
          new RolesFitTheirContent(),
          new TruncateIsNotOfNothing(),
          new TruncateIsOfSpokenItems(),
          new TruncateStaysWithinTheSound(),
          new TruncateStaysWithinWhatWasHeard());

  private ItemClientRules() {}
}
