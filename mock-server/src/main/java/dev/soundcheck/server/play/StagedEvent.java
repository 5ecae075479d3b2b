package dev.soundcheck.server.play;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.script.Act;
import dev.soundcheck.server.session.Ids;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event that a scenario sends as written; what every event must have is filled in where it is
 * absent: {@code type} and {@code event_id} in front, {@code previous_item_id} null behind, which
 * only {@code session.created} lacks (live-behaviour.md §1.1).
 */
final class StagedEvent {
  private static final String PREVIOUS = "previous_item_id";

  private StagedEvent() {}

  static ObjectNode of(Act.Send send, Ids ids) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("type", send.type());
    event.put("event_id", ids.uuid());
    event.setAll(send.body());
    if (!event.has(PREVIOUS) && !send.type().equals(EventType.SESSION_CREATED.wire())) {
      event.putNull(PREVIOUS);
    }
    return event;
  }
}
