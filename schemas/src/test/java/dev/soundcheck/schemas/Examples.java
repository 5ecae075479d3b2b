package dev.soundcheck.schemas;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Events that no capture shows, made by hand after events.yaml and the sections named beside. */
final class Examples {
  private Examples() {}

  static Stream<Frame> all() {
    return Resources.lines("never-captured.ndjson").stream()
        .map(Json.mapper()::readTree)
        .map(event -> new Frame(having(event), false, "never-captured.ndjson", event));
  }

  /** The first profile that has the event; live for all but a few. */
  private static Profile having(JsonNode event) {
    EventType type = EventType.named(event.path("type").asString()).orElseThrow();
    return Stream.of(Profile.values()).filter(one -> one.has(type)).findFirst().orElseThrow();
  }
}
