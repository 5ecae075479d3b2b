package dev.soundcheck.conformance.rule.greeting;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;

/**
 * A client does not wait for ever for a greeting: about one connection in twenty opens and never
 * says anything (live-behaviour.md 2.1 and 5.5). Clients wait 5 to 15 s (clients.md 10.4).
 */
final class AMuteServerIsLeft implements ClientRule {
  /** Ours: twice the longest wait that was seen. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      if (connection.from(Origin.SERVER).findAny().isEmpty()) {
        judge(connection, tally);
      }
    }
    return tally.verdict("a server that says nothing to a client that says something");
  }

  private static void judge(Connection mute, Tally tally) {
    Optional<Event> first = mute.from(Origin.CLIENT).findFirst();
    first.ifPresent(
        said -> {
          Duration waited = mute.end().minus(said.at());
          tally.expect(
              waited.compareTo(PATIENCE) <= 0,
              said,
              "a client that leaves within %d s".formatted(PATIENCE.toSeconds()),
              "one that waited %d s".formatted(waited.toSeconds()));
        });
  }
}
