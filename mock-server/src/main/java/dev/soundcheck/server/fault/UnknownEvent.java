package dev.soundcheck.server.fault;

import dev.soundcheck.server.session.Ids;
import java.time.Duration;
import tools.jackson.databind.node.JsonNodeFactory;

/** An event comes that the protocol does not have. */
record UnknownEvent(String name, Ids ids) implements Misbehaviour {
  @Override
  public void begin(Duration now, Exit exit) {
    exit.leave(
        now,
        new Outgoing.Event(
            JsonNodeFactory.instance
                .objectNode()
                .put("type", name)
                .put("event_id", ids.uuid())
                .putNull("previous_item_id")));
  }
}
