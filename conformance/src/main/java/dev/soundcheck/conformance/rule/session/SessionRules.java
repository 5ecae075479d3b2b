package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code session}. */
public final class SessionRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new SessionUpdateIsAcknowledged(),
          new SessionUpdatedShowsWhatWasSent(),
          new ARefusedUpdateChangesNothing());

  private SessionRules() {}
}
