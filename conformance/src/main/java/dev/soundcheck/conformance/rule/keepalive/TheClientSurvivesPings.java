package dev.soundcheck.conformance.rule.keepalive;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Leaving;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;

/**
 * A client goes on when the server pings, though no document lists the event; strict clients have
 * ended at it (live-behaviour.md 3 and 8.2). One that has survived a ping leaves for another
 * reason.
 */
final class TheClientSurvivesPings implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      List<Event> pings = connection.events(EventType.PING).limit(2).toList();
      if (pings.size() > 1) {
        tally.tested();
      } else {
        pings.forEach(ping -> judge(ping, connection, tally));
      }
    }
    return tally.verdict("a server that pings");
  }

  private static void judge(Event ping, Connection connection, Tally tally) {
    tally.expect(
        !Leaving.over(ping, connection), ping, "a client that goes on", "one that left at once");
  }
}
