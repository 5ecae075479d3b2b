package dev.soundcheck.conformance.rule.schema;

import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Verdict;

/**
 * A server says nothing that its profile does not know: no other events, and in those it knows no
 * other members. What is new is no fault, but somebody has to look at it (live-behaviour.md 8.3).
 */
final class ServerEventsHoldNothingUnknown implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    return Schemas.judge(evidence, Schemas::isNews);
  }
}
