package dev.soundcheck.conformance.rule.closing;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.Origin;
import java.util.Set;

/**
 * A server that ends a connection says so with a close frame, and with a code that may stand in
 * one: clients tell by it whether to come back (live-behaviour.md 5.4). Which codes the service
 * uses nobody captured; that there is one is ours.
 */
final class TheServerClosesWithACode implements ServerRule {
  private static final Set<Integer> ASSIGNED =
      Set.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014);

  private static final int OWN_FROM = 3000;
  private static final int OWN_TO = 4999;

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .closed()
          .filter(closed -> closed.from() == Origin.SERVER)
          .ifPresent(
              closed ->
                  tally.expect(
                      mayBeSent(closed.code()),
                      connection.closedWhere().orElseThrow(),
                      "a close with a code, 1000 to 1014 or 3000 to 4999",
                      "code %d".formatted(closed.code())));
    }
    return tally.verdictOr("the server closed nothing");
  }

  /** 1005 and 1006 stand for a close without a code, and for none. */
  private static boolean mayBeSent(int code) {
    return ASSIGNED.contains(code) || (code >= OWN_FROM && code <= OWN_TO);
  }
}
