package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/** A call's item is told of before its arguments, else clients ignore the call (clients.md A/9). */
final class ACallIsAnnouncedBeforeItsArguments implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(
              EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA,
              EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE)
          .forEach(
              event ->
                  tally.expect(
                      connection.before(event).stream()
                          .anyMatch(before -> announces(before, event)),
                      event,
                      "response.output_item.added or conversation.item.added of the call before it",
                      "none of call \"%s\"".formatted(event.text("/call_id"))));
    }
    return tally.verdict("a response that calls a tool");
  }

  private static boolean announces(Event before, Event arguments) {
    return before.is(EventType.RESPONSE_OUTPUT_ITEM_ADDED, EventType.CONVERSATION_ITEM_ADDED)
        && before.text("/item/type").equals("function_call")
        && before.text("/item/call_id").equals(arguments.text("/call_id"));
  }
}
