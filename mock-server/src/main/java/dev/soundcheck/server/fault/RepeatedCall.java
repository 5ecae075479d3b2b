package dev.soundcheck.server.fault;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All events of a tool call come again, with the same call id and event ids of their own. */
final class RepeatedCall implements Misbehaviour {
  private static final String ADDED = EventType.RESPONSE_OUTPUT_ITEM_ADDED.wire();
  private static final String DONE = EventType.RESPONSE_OUTPUT_ITEM_DONE.wire();

  private final Target calls;
  private final Ids ids;
  private final List<Outgoing.Event> call = new ArrayList<>();
  private boolean listening;

  RepeatedCall(int times, Ids ids) {
    this.calls = new Target(ADDED, times);
    this.ids = ids;
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    exit.leave(now, one);
    if (!(one instanceof Outgoing.Event event)) {
      return;
    }
    if (event.type().equals(ADDED) && called(event.json()) && calls.strikes(event)) {
      listening = true;
      call.clear();
    }
    if (listening) {
      call.add(event);
    }
    if (listening && event.type().equals(DONE)) {
      listening = false;
      call.forEach(again -> exit.leave(now, again(again)));
    }
  }

  private static boolean called(JsonNode event) {
    return event.path("item").path("type").asString("").equals("function_call");
  }

  private Outgoing again(Outgoing.Event event) {
    return event.with(event.json().deepCopy().put("event_id", ids.uuid()));
  }
}
