package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of the content of an item, as a server told of it.
 *
 * @param index its {@code content_index}
 * @param events its events, in their order
 */
record Part(OutputItem item, int index, List<Event> events) {
  private static final Set<EventType> KINDS =
      Set.of(
          EventType.RESPONSE_CONTENT_PART_ADDED,
          EventType.RESPONSE_CONTENT_PART_DONE,
          EventType.RESPONSE_OUTPUT_AUDIO_DELTA,
          EventType.RESPONSE_OUTPUT_AUDIO_DONE,
          EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA,
          EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE,
          EventType.RESPONSE_TEXT_DELTA,
          EventType.RESPONSE_OUTPUT_TEXT_DELTA);

  Part {
    events = List.copyOf(events);
  }

  /** Whether an event is about a part. */
  static boolean tells(Event event) {
    return event.type().filter(KINDS::contains).isPresent();
  }

  /** Its events of these kinds. */
  Stream<Event> events(EventType... types) {
    return events.stream().filter(event -> event.is(types));
  }

  /** The first of its events of these kinds. */
  Optional<Event> first(EventType... types) {
    return events(types).findFirst();
  }

  /** Whether it is spoken; one of text has no sound to end. */
  boolean spoken() {
    return first(EventType.RESPONSE_CONTENT_PART_ADDED)
        .filter(added -> added.text("/part/type").equals("text"))
        .isEmpty();
  }

  /** What its deltas of this kind say together. */
  String sum(EventType type) {
    StringBuilder sum = new StringBuilder();
    events(type).forEach(delta -> sum.append(delta.text("/delta")));
    return sum.toString();
  }
}
