package dev.soundcheck.server.session;

import dev.soundcheck.schemas.EventType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An event of the client that the contract allows. */
public record ClientEvent(EventType type, JsonNode json) {
  /** The client's own {@code event_id}, if it sent one. */
  public Optional<String> eventId() {
    return json.path("event_id").stringValueOpt();
  }
}
