package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;

/**
 * A call whose arguments are no JSON object gets a result as any other, one that says so; the model
 * can then try again, while a client that only fails leaves it waiting (live-behaviour.md 8.3).
 */
final class BrokenArgumentsAreAnsweredToo implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Calling.all(connection).stream()
          .filter(call -> !call.isReadable())
          .forEach(call -> EveryCallIsAnswered.judge(call, connection, tally));
    }
    return tally.verdict("a call with arguments that are no JSON object");
  }
}
