package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Meaning;
import dev.soundcheck.server.session.Refusal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Errors, nested as now or flat as in January 2026 (decisions.md "Errors"; live-behaviour.md 5.1).
 */
final class ErrorFrames {
  private final Spelling spelling;

  ErrorFrames(Spelling spelling) {
    this.spelling = spelling;
  }

  ObjectNode refused(Meaning.Refused meaning) {
    ObjectNode event = Frame.begin(EventType.ERROR, meaning.eventId());
    return Frame.end(
        switch (spelling.errors()) {
          case NESTED -> nested(event, meaning.refusal());
          case NESTED_SPARSE -> sparse(nested(event, meaning.refusal()));
          case FLAT -> flat(event, meaning.refusal());
        });
  }

  private static ObjectNode nested(ObjectNode event, Refusal refusal) {
    ObjectNode error =
        event
            .putObject("error")
            .put("type", refusal.type())
            .put("code", refusal.code())
            .put("message", refusal.message());
    put(error, "param", refusal.param());
    put(error, "event_id", refusal.eventId());
    return event;
  }

  private static ObjectNode sparse(ObjectNode event) {
    event.withObject("error").removeIf(JsonNode::isNull);
    return event;
  }

  private static ObjectNode flat(ObjectNode event, Refusal refusal) {
    put(event, "params", refusal.param());
    return event.put("code", refusal.code()).put("message", refusal.message());
  }

  private static void put(ObjectNode json, String key, Optional<String> value) {
    value.ifPresentOrElse(given -> json.put(key, given), () -> json.putNull(key));
  }
}
