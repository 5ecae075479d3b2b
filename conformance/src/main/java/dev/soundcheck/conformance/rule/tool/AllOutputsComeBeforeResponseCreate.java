package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Set;
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
    Set<String> calls = Calls.of(response);
    if (calls.isEmpty() || response.done().isEmpty()) {
      return;
    }
    for (Event event : connection.after(response.done().get())) {
      if (event.is(EventType.CONVERSATION_ITEM_CREATE)) {
        calls.remove(Calls.answered(event));
      } else if (event.is(EventType.RESPONSE_CREATE)) {
        tally.expect(
            calls.isEmpty(),
            event,
            "the outputs of all calls of the response before",
            "none of " + calls.stream().sorted().collect(Collectors.joining(", ")));
        return;
      }
    }
  }
}
