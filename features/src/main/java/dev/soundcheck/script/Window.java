package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Events of one side that no line has claimed yet, oldest first. */
record Window(List<Event> events) {
  /** A line that names a frequent event must not make a session remember all of them. */
  private static final int MOST = 64;

  static final Window EMPTY = new Window(List.of());

  /** An event by its name. */
  record Event(String type, JsonNode json) {
    boolean answers(String asked, JsonNode body) {
      return type.equals(asked) && Partial.matches(body, json);
    }
  }

  Window {
    events = List.copyOf(events);
  }

  Window and(Event event) {
    List<Event> more = new ArrayList<>(events);
    more.add(event);
    return new Window(more.subList(Math.max(0, more.size() - MOST), more.size()));
  }

  /** What is left after the first event that answers; empty when none does. */
  Optional<Window> after(String type, JsonNode body) {
    for (int index = 0; index < events.size(); index++) {
      if (events.get(index).answers(type, body)) {
        return Optional.of(new Window(events.subList(index + 1, events.size())));
      }
    }
    return Optional.empty();
  }

  /** The first event that answers. */
  Optional<JsonNode> first(String type, JsonNode body) {
    return events.stream().filter(event -> event.answers(type, body)).map(Event::json).findFirst();
  }

  /** Without the first event that answers, and all others kept; empty when none does. */
  Optional<Window> without(String type, JsonNode json) {
    for (int index = 0; index < events.size(); index++) {
      Event event = events.get(index);
      if (event.type().equals(type) && Partial.matches(event.json(), json)) {
        List<Event> fewer = new ArrayList<>(events);
        fewer.remove(index);
        return Optional.of(new Window(fewer));
      }
    }
    return Optional.empty();
  }

  /** The newest event of this name, whatever is in it. */
  Optional<JsonNode> newest(String type) {
    return events.stream()
        .filter(event -> event.type().equals(type))
        .map(Event::json)
        .reduce((a, b) -> b);
  }
}
