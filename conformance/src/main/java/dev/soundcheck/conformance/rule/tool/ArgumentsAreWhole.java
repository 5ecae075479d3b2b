package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.HashMap;
import java.util.Map;

/**
 * The arguments of a call are the same wherever they stand: the deltas together, {@code
 * response.function_call_arguments.done}, and the item when it is done; so is the name of the tool
 * (live-behaviour.md 1.6).
 */
final class ArgumentsAreWhole implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a response that calls a tool");
  }

  private static void judge(Connection connection, Tally tally) {
    Map<String, String> deltas = new HashMap<>();
    Map<String, Event> done = new HashMap<>();
    for (Event event : connection.events()) {
      String call = event.text("/call_id");
      if (event.is(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA)) {
        deltas.merge(call, event.text("/delta"), String::concat);
      } else if (event.is(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE)) {
        String arguments = event.text("/arguments");
        same(event, deltas.getOrDefault(call, arguments), arguments, tally);
        deltas.remove(call);
        done.put(call, event);
      } else if (event.is(EventType.RESPONSE_OUTPUT_ITEM_DONE)) {
        Event before = done.get(event.text("/item/call_id"));
        if (before != null) {
          same(event, before.text("/arguments"), event.text("/item/arguments"), tally);
          same(event, before.text("/name"), event.text("/item/name"), tally);
        }
      }
    }
  }

  private static void same(Event event, String expected, String actual, Tally tally) {
    tally.expect(expected.equals(actual), event, expected + " as before", actual);
  }
}
