package dev.soundcheck.conformance.rule.schema;

import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Verdict;

/**
 * Every event of a server has the members that its profile asks for, of the right kinds and within
 * their ranges (events.yaml; live-behaviour.md 1), and every text is one.
 */
final class ServerEventsFitTheirSchemas implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    return Schemas.judge(evidence, finding -> !Schemas.isNews(finding));
  }
}
