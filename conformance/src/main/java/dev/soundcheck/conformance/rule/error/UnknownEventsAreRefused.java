package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Errors;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Exchange;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;

/**
 * What is no event, and events that nobody knows, are refused by an error each, a client's {@code
 * ping} among them (live-behaviour.md 3, 5.2; decisions.md "Errors"). A {@code pong} is let pass.
 */
final class UnknownEventsAreRefused implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      judge(connection, evidence.profile(), tally);
    }
    return tally.verdict("a client that sends an event that nobody knows");
  }

  private static void judge(Connection connection, Profile profile, Tally tally) {
    Exchange exchange =
        Exchange.of(
            connection,
            event -> isUnknown(event, profile),
            event -> event.is(EventType.ERROR),
            Errors::fits);
    for (Event unknown : exchange.asked()) {
      if (exchange.answerTo(unknown).isPresent()) {
        tally.tested();
      } else if (Patience.REPLY.isOver(connection, unknown)) {
        tally.expect(false, unknown, "an error about it", "none");
      }
    }
  }

  private static boolean isUnknown(Event event, Profile profile) {
    boolean known = event.type().filter(profile::has).isPresent();
    boolean passes = event.name().equals(Event.BINARY) || event.name().equals("pong");
    return event.from() == Origin.CLIENT && !known && !passes;
  }
}
