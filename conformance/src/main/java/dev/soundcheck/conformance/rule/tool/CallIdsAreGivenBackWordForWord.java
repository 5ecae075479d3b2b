package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;

/**
 * A client gives a call's id back as it got it (events.yaml item.function_call_output). One that
 * makes it fit 32 characters lives on the kindness of servers (docs/decisions/session-choices.md).
 */
final class CallIdsAreGivenBackWordForWord implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      for (Calling call : Calling.all(connection)) {
        call.outputsOf(connection)
            .forEach(
                output ->
                    tally.expect(
                        output.text("/item/call_id").equals(call.id()),
                        output,
                        call.id(),
                        output.text("/item/call_id")));
      }
    }
    return tally.verdict("a client that returns results of tools");
  }
}
