package dev.soundcheck.conformance.rule.keepalive;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Leaving;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client goes on when the server pings, though no document lists the event; strict clients have
 * ended at it (live-behaviour.md 3 and 8.2).
 */
final class TheClientSurvivesPings implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection.events(EventType.PING).forEach(ping -> judge(ping, connection, tally));
    }
    return tally.verdict("a server that pings");
  }

  private static void judge(Event ping, Connection connection, Tally tally) {
    tally.expect(
        !Leaving.over(ping, connection), ping, "a client that goes on", "one that left at once");
  }
}
