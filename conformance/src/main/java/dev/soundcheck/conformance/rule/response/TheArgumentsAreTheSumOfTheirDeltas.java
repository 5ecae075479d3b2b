package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The arguments of a call are all their deltas in a row, wherever they are said again: when the
 * arguments, the item or the response is done (live-behaviour.md 1.6).
 */
final class TheArgumentsAreTheSumOfTheirDeltas implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Response response : evidence.responses().toList()) {
      for (OutputItem item : OutputItem.of(response)) {
        judge(item, response, tally);
      }
    }
    return tally.verdict("an answer that calls a tool");
  }

  private static void judge(OutputItem item, Response response, Tally tally) {
    List<Event> deltas =
        item.events().stream()
            .takeWhile(event -> !event.is(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE))
            .filter(event -> event.is(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA))
            .toList();
    if (deltas.isEmpty()) {
      return;
    }
    StringBuilder sum = new StringBuilder();
    deltas.forEach(delta -> sum.append(delta.text("/delta")));
    String whole = sum.toString();
    item.events(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE)
        .forEach(done -> compare(done, done.json(), whole, tally));
    item.done().ifPresent(done -> compare(done, done.json().path("item"), whole, tally));
    response
        .done()
        .ifPresent(
            done ->
                done.json()
                    .at("/response/output")
                    .valueStream()
                    .filter(listed -> listed.path("id").asString("").equals(item.id()))
                    .forEach(listed -> compare(done, listed, whole, tally)));
  }

  private static void compare(Event event, JsonNode owner, String sum, Tally tally) {
    JsonNode found = owner.path("arguments");
    tally.expect(
        found.asString("").equals(sum),
        event,
        "the arguments of the deltas, " + sum,
        found.isMissingNode() ? "none" : found.asString(""));
  }
}
