package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;

/**
 * A client returns a result for each call, also when it has no such tool or the tool failed: the
 * model waits for it (live-behaviour.md 2.5, events.yaml item.function_call_output). Calls whose
 * arguments cannot be read are judged by {@link BrokenArgumentsAreAnsweredToo}.
 */
final class EveryCallIsAnswered implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Calling.all(connection).stream()
          .filter(Calling::isReadable)
          .forEach(call -> judge(call, connection, tally));
    }
    return tally.verdict("a response that calls a tool, and time enough for its result");
  }

  static void judge(Calling call, Connection connection, Tally tally) {
    boolean answered = call.outputsOf(connection).findAny().isPresent();
    if (answered || call.isOverdue(connection)) {
      tally.expect(answered, call.made(), "a function_call_output for " + call.id(), "none");
    }
  }
}
