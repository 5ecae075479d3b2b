package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.HashSet;
import java.util.Set;

/**
 * No two calls have the same {@code call_id}, else nobody can say which one an output is for
 * (live-behaviour.md 1.1).
 */
final class CallIdsAreUnique implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a response that calls a tool");
  }

  private static void judge(Connection connection, Tally tally) {
    Set<String> seen = new HashSet<>();
    connection
        .events(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE)
        .forEach(event -> judge(event, seen.add(event.text("/call_id")), tally));
  }

  private static void judge(Event event, boolean fresh, Tally tally) {
    tally.expect(
        fresh, event, "a call_id of its own", "%s once more".formatted(event.text("/call_id")));
  }
}
