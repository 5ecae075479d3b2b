package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.schemas.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An item of a response, as a server told of it.
 *
 * @param events all events of the response that name it, in their order
 */
record OutputItem(String id, List<Event> events) {
  OutputItem {
    events = List.copyOf(events);
  }

  /** Those of a response, in the order of their first events; what comes too late is left out. */
  static List<OutputItem> of(Response response) {
    Map<String, List<Event>> byId = new LinkedHashMap<>();
    response.events().stream()
        .takeWhile(event -> !event.is(EventType.RESPONSE_DONE))
        .filter(event -> !event.itemId().isEmpty())
        .filter(event -> !ofMcp(event))
        .forEach(event -> byId.computeIfAbsent(event.itemId(), id -> new ArrayList<>()).add(event));
    List<OutputItem> items = new ArrayList<>();
    byId.forEach((id, own) -> items.add(new OutputItem(id, own)));
    return items;
  }

  /** Calls that the server makes itself are announced nowhere (events.yaml, mcp). */
  private static boolean ofMcp(Event event) {
    return event.is(
        EventType.RESPONSE_MCP_CALL_ARGUMENTS_DELTA, EventType.RESPONSE_MCP_CALL_ARGUMENTS_DONE);
  }

  /** Its {@code response.output_item.added}. */
  Optional<Event> added() {
    return events(EventType.RESPONSE_OUTPUT_ITEM_ADDED).findFirst();
  }

  /** Its {@code response.output_item.done}. */
  Optional<Event> done() {
    return events(EventType.RESPONSE_OUTPUT_ITEM_DONE).findFirst();
  }

  /** Its events of these kinds. */
  Stream<Event> events(EventType... types) {
    return events.stream().filter(event -> event.is(types));
  }

  /** Its parts, in the order of their first events; what comes too late is left out. */
  List<Part> parts() {
    Map<Integer, List<Event>> byIndex = new LinkedHashMap<>();
    events.stream()
        .takeWhile(event -> !event.is(EventType.RESPONSE_OUTPUT_ITEM_DONE))
        .filter(Part::tells)
        .forEach(
            event ->
                byIndex
                    .computeIfAbsent(
                        event.json().path("content_index").asInt(0), index -> new ArrayList<>())
                    .add(event));
    List<Part> parts = new ArrayList<>();
    byIndex.forEach((index, own) -> parts.add(new Part(this, index, own)));
    return parts;
  }
}
