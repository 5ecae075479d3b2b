package dev.soundcheck.conformance.rule.schema;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code schema}. */
public final class SchemaRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(new ServerEventsFitTheirSchemas(), new ServerEventsHoldNothingUnknown());

  private SchemaRules() {}
}
