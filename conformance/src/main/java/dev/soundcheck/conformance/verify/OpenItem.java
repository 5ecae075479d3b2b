package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An item of a response from {@code output_item.added} to {@code output_item.done}: its parts, and
 * the order in which they end (live-behaviour.md 2.2, steps 9 to 12).
 */
final class OpenItem {
  /** How far the end of a part has come; documented order is another (live-behaviour.md 8.1). */
  private static final Map<EventType, Integer> ENDS =
      Map.of(
          EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE, 1,
          EventType.RESPONSE_CONTENT_PART_DONE, 2,
          EventType.RESPONSE_OUTPUT_AUDIO_DONE, 3);

  private final Remarks remarks;
  private final boolean ordered;
  private final Map<Integer, Integer> parts = new HashMap<>();
  private final StringBuilder arguments = new StringBuilder();

  /**
   * An item just begun.
   *
   * @param ordered whether the parts end in the order of the wire
   */
  OpenItem(Remarks remarks, boolean ordered) {
    this.remarks = remarks;
    this.ordered = ordered;
  }

  void see(EventType type, Observed.Message event) {
    switch (type) {
      case RESPONSE_CONTENT_PART_ADDED -> begin(event);
      case RESPONSE_OUTPUT_AUDIO_DELTA,
          RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA,
          RESPONSE_OUTPUT_TEXT_DELTA,
          RESPONSE_TEXT_DELTA ->
          goOn(event);
      case RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE,
          RESPONSE_CONTENT_PART_DONE,
          RESPONSE_OUTPUT_AUDIO_DONE ->
          end(ENDS.getOrDefault(type, 0), event);
      case RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA ->
          arguments.append(event.json().path("delta").asString(""));
      case RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE -> compare(event, event.json());
      default -> {}
    }
  }

  /** The item is done; its parts have to be. */
  void done(Observed.Message event) {
    parts.forEach(
        (part, end) -> {
          if (end == 0) {
            remarks.broken("part", event, "part %d of the item is not done yet".formatted(part));
          }
        });
    compare(event, event.json().path("item"));
  }

  private void compare(Observed.Message event, JsonNode whole) {
    JsonNode found = whole.path("arguments");
    if (found.isString() && !arguments.isEmpty() && !found.stringValue().contentEquals(arguments)) {
      remarks.broken(
          "item",
          event,
          "expected the arguments of the deltas, %s, found %s".formatted(arguments, found));
    }
  }

  private void begin(Observed.Message event) {
    if (parts.putIfAbsent(part(event), 0) != null) {
      remarks.broken("part", event, "part %d was begun before".formatted(part(event)));
    }
  }

  private void goOn(Observed.Message event) {
    Integer end = parts.get(part(event));
    if (end == null || end > 0) {
      remarks.broken(
          "part",
          event,
          "expected within its part, found %s"
              .formatted(end == null ? "before content_part.added" : "after the part's end"));
    }
  }

  private void end(int step, Observed.Message event) {
    Integer before = parts.get(part(event));
    if (before == null) {
      remarks.broken("part", event, "expected within its part, found before content_part.added");
    } else if (ordered && before >= step) {
      remarks.broken(
          "part",
          event,
          "expected the order transcript.done, content_part.done, output_audio.done, found another");
    }
    parts.put(part(event), Math.max(step, before == null ? 0 : before));
  }

  private static int part(Observed.Message event) {
    return event.json().path("content_index").asInt(0);
  }
}
