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
 * What a client says is JSON with a {@code type}, has the members that its event needs, and values
 * of the right types and ranges; anything else is refused (events.yaml client_events).
 */
final class ClientEventsFitTheirSchemas implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection.from(Origin.CLIENT).forEach(event -> judge(evidence, event, tally));
    }
    return tally.verdict("a client that says something");
  }

  private static void judge(Evidence evidence, Event event, Tally tally) {
    if (event.name().equals(Event.MALFORMED)) {
      tally.expect(false, event, "a JSON object with a type", "none");
    } else if (event.type().isPresent()) {
      tally.tested();
      Contract.findings(evidence, event, Kind.INVALID)
          .forEach(
              finding -> tally.expect(false, event, finding.expected(), Contract.found(finding)));
    }
  }
}
