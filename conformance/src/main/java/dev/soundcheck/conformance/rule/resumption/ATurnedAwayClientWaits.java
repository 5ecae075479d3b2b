package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A client that is turned away because there are too many sessions waits before it tries again: the
 * others go on talking meanwhile (live-behaviour.md 5.3).
 */
final class ATurnedAwayClientWaits implements ClientRule {
  /** Ours. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private static final String CODE = "/response/status_details/error/code";

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    List<Connection> all = evidence.connections();
    for (int i = 1; i < all.size(); i++) {
      if (evidence.timed() && wasTurnedAway(all.get(i - 1))) {
        judge(all.get(i - 1), all.get(i), tally);
      }
    }
    return tally.verdict("a client that comes back after it was turned away");
  }

  /** The first that it heard was a failed response. */
  private static boolean wasTurnedAway(Connection connection) {
    return connection
        .from(Origin.SERVER)
        .findFirst()
        .filter(first -> first.text(CODE).equals("rate_limit_exceeded"))
        .isPresent();
  }

  private static void judge(Connection before, Connection next, Tally tally) {
    Optional<Event> first = next.events().stream().findFirst();
    first.ifPresent(
        event -> {
          Duration waited = event.at().minus(before.end());
          tally.expect(
              waited.compareTo(WAIT) >= 0,
              event,
              "another connection at least %d ms later".formatted(WAIT.toMillis()),
              "%d ms".formatted(waited.toMillis()));
        });
  }
}
