package dev.soundcheck.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Events that a role keeps in mind, oldest first. */
record Window(List<Event> events) {
  /** A line that names a frequent event must not make a session remember all of them. */
  private static final int MOST = 64;

  static final Window EMPTY = new Window(List.of());

  /**
   * An event by its name.
   *
   * @param number of all that was seen, counted from 1
   */
  record Event(long number, Duration at, String type, JsonNode json) {
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

  /** The first event that answers and came after that many others. */
  Optional<Event> first(String type, JsonNode body, long after) {
    return events.stream()
        .filter(event -> event.number() > after && event.answers(type, body))
        .findFirst();
  }

  /** The first event of this name that came after that many others, whatever is in it. */
  Optional<Event> first(String type, long after) {
    return events.stream()
        .filter(event -> event.number() > after && event.type().equals(type))
        .findFirst();
  }

  /** What came later than this event. */
  Window after(Event event) {
    return new Window(events.stream().filter(other -> other.number() > event.number()).toList());
  }

  /** Without the first event that is this one, and all others kept; empty when none is. */
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
