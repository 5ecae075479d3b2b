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
 * The events of a client have no members that nobody knows: they are passed over without a word, so
 * that whoever sends them waits in vain for what they should do (live-behaviour.md 1.3 and 5.2).
 */
final class ClientEventsHoldNothingUnknown implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection.from(Origin.CLIENT).forEach(event -> judge(evidence, event, tally));
    }
    return tally.verdict("a client that says something");
  }

  private static void judge(Evidence evidence, Event event, Tally tally) {
    tally.tested();
    Contract.findings(evidence, event, Kind.UNKNOWN_MEMBER)
        .forEach(
            finding ->
                tally.expect(false, event, "members that the event has", Contract.found(finding)));
  }
}
