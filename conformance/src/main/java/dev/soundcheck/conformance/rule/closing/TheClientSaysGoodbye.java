package dev.soundcheck.conformance.rule.closing;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Leaving;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.Observed;
import java.util.Set;

/**
 * A client that leaves closes its connection, with 1000, 1001 or no code, as browsers do; one that
 * only vanishes goes on being billed until somebody notices (live-behaviour.md 5.4 and 7.4).
 */
final class TheClientSaysGoodbye implements ClientRule {
  private static final Set<Integer> POLITE = Set.of(1000, 1001, 1005);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Leaving.of(connection).ifPresent(closed -> judge(closed, connection, tally));
    }
    return tally.verdict("a client that leaves, and has said something");
  }

  private static void judge(Observed.Closed closed, Connection connection, Tally tally) {
    if (!connection.events().isEmpty()) {
      tally.expect(
          POLITE.contains(closed.code()),
          connection.events().get(connection.events().size() - 1),
          "a close with 1000, 1001 or no code after it",
          closed.code() == 1006 ? "no close at all" : String.valueOf(closed.code()));
    }
  }
}
