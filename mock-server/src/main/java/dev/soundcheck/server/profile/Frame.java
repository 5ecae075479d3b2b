package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Begins and ends events as the wire has them. */
final class Frame {
  private static final String PREVIOUS = "previous_item_id";

  private Frame() {}

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An event with its type and id first, as nearly all have them. */
  static ObjectNode begin(EventType type, String eventId) {
    return empty().put("type", type.wire()).put("event_id", eventId);
  }

  /** Ends an event that is about no previous item. */
  static ObjectNode end(ObjectNode event) {
    return event.putNull(PREVIOUS);
  }

  static ObjectNode end(ObjectNode event, Optional<String> previousItemId) {
    previousItemId.ifPresentOrElse(id -> event.put(PREVIOUS, id), () -> event.putNull(PREVIOUS));
    return event;
  }
}
