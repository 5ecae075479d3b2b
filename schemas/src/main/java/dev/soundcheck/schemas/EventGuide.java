package dev.soundcheck.schemas;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One event of one profile, explained out of its schema.
 *
 * @param type which event
 * @param description what it means, with its source
 * @param fields its members, outermost first
 * @param minimal an example with only what may not be missing
 * @param usual an example with the members that are usually there; made, not captured
 */
public record EventGuide(
    EventType type, String description, List<EventField> fields, JsonNode minimal, JsonNode usual) {
  public EventGuide {
    fields = List.copyOf(fields);
  }

  /** The guide to an event as this profile has it. */
  public static EventGuide of(Profile profile, EventType type) {
    JsonNode schema = InlinedSchema.of(profile, type);
    return new EventGuide(
        type,
        schema.path("description").asString(),
        EventFields.of(schema),
        ExampleEvents.minimal(type, schema),
        ExampleEvents.usual(type, schema));
  }
}
