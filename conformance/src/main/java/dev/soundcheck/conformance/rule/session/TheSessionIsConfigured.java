package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;

/**
 * A client says how it wants its session before it sends sound or asks for an answer; what it does
 * not ask for changes with the service: voice, model, the end of turns (live-behaviour.md 0.1).
 */
final class TheSessionIsConfigured implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .from(Origin.CLIENT)
          .filter(event -> event.isSound() || event.is(EventType.RESPONSE_CREATE))
          .findFirst()
          .ifPresent(first -> judge(first, connection, tally));
    }
    return tally.verdict("a client that sends sound or asks for an answer");
  }

  private static void judge(Event first, Connection connection, Tally tally) {
    boolean configured =
        connection.before(first).stream().anyMatch(event -> event.is(EventType.SESSION_UPDATE));
    tally.expect(configured, first, "a session.update before it", "none");
  }
}
