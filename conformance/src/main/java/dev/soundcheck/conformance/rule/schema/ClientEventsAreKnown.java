package dev.soundcheck.conformance.rule.schema;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.Finding.Kind;
import dev.soundcheck.schemas.Origin;

/**
 * A client sends events that the profile has. Others are refused, a {@code ping} among them; a
 * {@code pong} is passed over (live-behaviour.md 3 and 5.2, decisions.md "Errors").
 */
final class ClientEventsAreKnown implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .from(Origin.CLIENT)
          .filter(event -> !event.json().isMissingNode() && !event.name().equals("pong"))
          .forEach(event -> judge(evidence, event, tally));
    }
    return tally.verdict("a client that sends events");
  }

  private static void judge(Evidence evidence, Event event, Tally tally) {
    tally.tested();
    Contract.findings(evidence, event, Kind.UNKNOWN_EVENT)
        .forEach(finding -> tally.expect(false, event, finding.expected(), finding.found()));
  }
}
