package dev.soundcheck.server.fault;

import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of a tool call break off in the middle, wherever they are told. */
final class BadArguments implements Misbehaviour {
  private static final String DELTA = EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA.wire();
  private static final String CALL = "call_id";

  private final Target calls;
  private final Set<String> struck = new HashSet<>();

  BadArguments(int times) {
    this.calls = new Target(DELTA, times);
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    if (!(one instanceof Outgoing.Event event)) {
      exit.leave(now, one);
      return;
    }
    if (calls.strikes(event)) {
      struck.add(event.json().path(CALL).asString(""));
    }
    exit.leave(now, struck.isEmpty() ? one : event.with(broken(event.json().deepCopy())));
  }

  private ObjectNode broken(ObjectNode event) {
    cut(event);
    cut(event.path("item"));
    event.path("response").path("output").forEach(this::cut);
    return event;
  }

  private void cut(JsonNode node) {
    if (node instanceof ObjectNode call && struck.contains(call.path(CALL).asString(""))) {
      cut(call, "arguments");
      cut(call, "delta");
    }
  }

  /** Half of the text, at least one letter of it: half of {@code {}} is no JSON either. */
  private static void cut(ObjectNode call, String member) {
    String text = call.path(member).asString("");
    if (!text.isEmpty()) {
      call.put(member, text.substring(0, Math.max(1, text.length() / 2)));
    }
  }
}
