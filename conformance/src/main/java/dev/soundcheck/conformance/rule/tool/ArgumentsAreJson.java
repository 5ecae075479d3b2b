package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import tools.jackson.databind.JsonNode;

/** The arguments of a call are a JSON object, in text (events.yaml item.function_call). */
final class ArgumentsAreJson implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence
        .events(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE)
        .forEach(
            event ->
                tally.expect(
                    isObject(event), event, "a JSON object in text", event.text("/arguments")));
    return tally.verdict("a response that calls a tool");
  }

  private static boolean isObject(Event event) {
    return Json.parse(event.text("/arguments")).filter(JsonNode::isObject).isPresent();
  }
}
