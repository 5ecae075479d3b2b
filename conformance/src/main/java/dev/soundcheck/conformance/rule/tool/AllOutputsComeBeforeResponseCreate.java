package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A client gives back the outputs of all calls of a response before it asks for the next answer;
 * one that asks too early gets an answer without the rest (live-behaviour.md 2.5).
 */
final class AllOutputsComeBeforeResponseCreate implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      for (Response response : connection.responses()) {
        judge(connection, response, tally);
      }
    }
    return tally.verdict("a response that calls a tool, and a client that asks for an answer");
  }

  private static void judge(Connection connection, Response response, Tally tally) {
    List<Calling> calls =
        Calling.all(connection).stream()
            .filter(call -> belongs(call, response, connection))
            .toList();
    if (calls.isEmpty() || response.done().isEmpty() || response.cut()) {
      return;
    }
    connection.after(response.done().get()).stream()
        .filter(event -> event.is(EventType.RESPONSE_CREATE))
        .findFirst()
        .ifPresent(create -> judge(calls, create, connection, tally));
  }

  private static boolean belongs(Calling call, Response response, Connection connection) {
    return call.response(connection).filter(own -> own.id().equals(response.id())).isPresent();
  }

  private static void judge(List<Calling> calls, Event create, Connection connection, Tally tally) {
    String open =
        calls.stream()
            .filter(
                call ->
                    call.outputsOf(connection).noneMatch(output -> output.index() < create.index()))
            .map(Calling::id)
            .sorted()
            .collect(Collectors.joining(", "));
    tally.expect(
        open.isEmpty(),
        create,
        "the outputs of all calls of the response before",
        "none of " + open);
  }
}
