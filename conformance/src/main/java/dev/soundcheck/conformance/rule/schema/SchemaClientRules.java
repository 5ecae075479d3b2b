package dev.soundcheck.conformance.rule.schema;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code schema}. */
public final class SchemaClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new ClientEventsAreKnown(),
          new ClientEventsFitTheirSchemas(),
          new ClientEventsHoldNothingUnknown(),
          new NewsIsSurvived());

  private SchemaClientRules() {}
}
