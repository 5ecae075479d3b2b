package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;

/**
 * The result of a tool names a call that was made in this conversation; another is refused, or
 * answers nothing (live-behaviour.md 2.5 and 5.2). Calls that the client tells of as history count.
 */
final class OutputsNameCallsThatWereMade implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Calling.outputs(connection).forEach(output -> judge(output, connection, evidence, tally));
    }
    return tally.verdict("a client that returns results of tools");
  }

  private static void judge(Event output, Connection connection, Evidence evidence, Tally tally) {
    String named = output.text("/item/call_id");
    boolean earlier =
        evidence.connections().stream()
            .filter(other -> other.number() < connection.number())
            .anyMatch(
                other ->
                    Calling.all(other).stream()
                        .anyMatch(call -> Calling.isNamed(named, call.id())));
    tally.expect(
        earlier || Calling.isKnown(named, output, connection),
        output,
        "the call_id of a call that was made",
        "\"%s\"".formatted(named));
  }
}
