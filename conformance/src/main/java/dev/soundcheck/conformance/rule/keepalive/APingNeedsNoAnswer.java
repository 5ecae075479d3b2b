package dev.soundcheck.conformance.rule.keepalive;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;

/**
 * A client does not answer a ping: nothing shows that the service knows a {@code pong}, and it
 * lives on without (live-behaviour.md 3).
 */
final class APingNeedsNoAnswer implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection.events(EventType.PING).forEach(ping -> tally.tested());
      connection
          .from(Origin.CLIENT)
          .filter(event -> event.name().equals("pong"))
          .forEach(pong -> judge(pong, tally));
    }
    return tally.verdict("a server that pings");
  }

  private static void judge(Event pong, Tally tally) {
    tally.expect(false, pong, "no answer to a ping", "a pong");
  }
}
