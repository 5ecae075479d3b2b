package dev.soundcheck.conformance.rule.schema;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Leaving;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Finding.Kind;
import dev.soundcheck.schemas.Origin;

/**
 * A server may say more than anybody has heard of: a new event, or a new member of a known one.
 * Clients pass it over and go on; in the field it ended them (field.md "Bugs", 3rd row). Errors
 * have a rule of their own.
 */
final class NewsIsSurvived implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .from(Origin.SERVER)
          .filter(event -> isNews(evidence, event))
          .forEach(event -> judge(event, connection, tally));
    }
    return tally.verdict("a server that says something new");
  }

  private static boolean isNews(Evidence evidence, Event event) {
    return !event.is(EventType.ERROR)
        && !Contract.findings(evidence, event, Kind.UNKNOWN_EVENT, Kind.UNKNOWN_MEMBER).isEmpty();
  }

  private static void judge(Event news, Connection connection, Tally tally) {
    tally.expect(
        !Leaving.over(news, connection), news, "a client that goes on", "one that left at once");
  }
}
