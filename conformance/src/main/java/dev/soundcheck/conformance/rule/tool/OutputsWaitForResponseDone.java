package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import java.util.Optional;

/**
 * A client returns the results of a response's calls when the response is done: one that comes
 * while it goes on may be refused (live-behaviour.md 2.5, AVA). All frames of a call come at once
 * with {@code response.done}, so that nobody is early by a moment.
 */
final class OutputsWaitForResponseDone implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Calling.all(connection).forEach(call -> judge(call, connection, tally));
    }
    return tally.verdict("a client that returns results of tools");
  }

  private static void judge(Calling call, Connection connection, Tally tally) {
    Optional<Response> response = call.response(connection);
    Optional<Event> output =
        call.outputsOf(connection).filter(it -> it.index() > call.made().index()).findFirst();
    if (response.isPresent() && output.isPresent()) {
      Event end = end(response.get());
      tally.expect(
          output.get().at().plus(Evidence.CROSSING).compareTo(end.at()) >= 0,
          output.get(),
          "response.done of " + response.get().id() + " before it",
          "a response that went on");
    }
  }

  private static Event end(Response response) {
    return response.done().orElse(response.events().get(response.events().size() - 1));
  }
}
