package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A client whose connections break may come back at once; when that one breaks, too, it waits
 * before the third, lest a thousand of them come back together (field.md "Bugs", reconnect storms).
 */
final class ReconnectsWait implements ClientRule {
  /** Ours; half of our own client's first wait (docs/decisions/client-reconnecting.md). */
  private static final Duration WAIT = Duration.ofMillis(250);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    List<Connection> all = evidence.connections();
    for (int i = 2; i < all.size(); i++) {
      if (evidence.timed() && broke(all.get(i - 2)) && broke(all.get(i - 1))) {
        judge(all.get(i - 1), all.get(i), tally);
      }
    }
    return tally.verdict("a client that comes back after two connections that broke");
  }

  /** The server ended it before it was of any use. */
  private static boolean broke(Connection connection) {
    return connection.closed().filter(closed -> closed.from() == Origin.SERVER).isPresent()
        && connection.events(EventType.RESPONSE_DONE).findAny().isEmpty();
  }

  private static void judge(Connection broken, Connection next, Tally tally) {
    Optional<Event> first = next.events().stream().findFirst();
    first.ifPresent(
        event -> {
          Duration waited = event.at().minus(broken.end());
          tally.expect(
              waited.compareTo(WAIT) >= 0,
              event,
              "a third connection at least %d ms later".formatted(WAIT.toMillis()),
              "%d ms".formatted(waited.toMillis()));
        });
  }
}
