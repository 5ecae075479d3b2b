package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.schemas.EventType;
import java.util.LinkedHashSet;
import java.util.Set;

/** Calls of tools, by their {@code call_id}. */
final class Calls {
  private Calls() {}

  /** Those of a response, in their order; the set is the caller's. */
  static Set<String> of(Response response) {
    Set<String> calls = new LinkedHashSet<>();
    response.events().stream()
        .filter(event -> event.is(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE))
        .forEach(event -> calls.add(event.text("/call_id")));
    return calls;
  }

  /** Which call this {@code conversation.item.create} answers; empty when none. */
  static String answered(Event create) {
    boolean output = create.text("/item/type").equals("function_call_output");
    return output ? create.text("/item/call_id") : "";
  }
}
