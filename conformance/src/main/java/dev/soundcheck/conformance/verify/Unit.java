package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What counts as one in a comparison: an event, or a run of events that are cut as it happens.
 *
 * @param type the events' name
 * @param line the line of the trace that the first of them stands in; its header is line 1
 * @param frames the events
 */
record Unit(String type, int line, List<JsonNode> frames) {
  JsonNode first() {
    return frames.get(0);
  }

  List<JsonNode> rest() {
    return frames.subList(1, frames.size());
  }

  /** What all but the first look like; a first audio delta does not tell, it has members more. */
  Optional<JsonNode> later() {
    return type.equals(EventType.RESPONSE_OUTPUT_AUDIO_DELTA.wire())
        ? rest().stream().findFirst()
        : Optional.of(first());
  }
}
