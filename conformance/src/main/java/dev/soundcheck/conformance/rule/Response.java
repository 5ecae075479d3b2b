package dev.soundcheck.conformance.rule;

import java.util.List;
import java.util.Optional;

/**
 * A response, as a server told of it.
 *
 * @param created its {@code response.created}
 * @param events all events that name it, {@code response.created} and {@code response.done} among
 *     them, wherever they stand
 * @param done its first {@code response.done}
 */
public record Response(
    String id, Optional<Event> created, List<Event> events, Optional<Event> done) {
  public Response {
    events = List.copyOf(events);
  }

  /** The status at its end; empty while it has none. */
  public String status() {
    return done.map(end -> end.text("/response/status")).orElse("");
  }

  /**
   * Whether it was broken off: cancelled or failed, or, as captured after a barge-in, {@code
   * completed} with no output (live-behaviour.md 2.6).
   */
  public boolean cut() {
    return done.isPresent()
        && (!status().equals("completed") || done.get().json().at("/response/output").isEmpty());
  }

  /** Whether this event of its connection falls into it. */
  public boolean spans(Event event) {
    return created.filter(begin -> begin.index() < event.index()).isPresent()
        && done.filter(end -> end.index() <= event.index()).isEmpty();
  }

  /**
   * Whether it was under way at this event of its connection, and both sides could know: it had
   * begun {@link Evidence#CROSSING} before, and goes on so long after. One that is not told of
   * again may have vanished (live-behaviour.md 2.3, 2.4).
   */
  public boolean underWay(Event event) {
    Event last = done.orElse(events.get(events.size() - 1));
    return created
            .filter(begin -> begin.at().plus(Evidence.CROSSING).compareTo(event.at()) < 0)
            .isPresent()
        && event.at().plus(Evidence.CROSSING).compareTo(last.at()) < 0;
  }
}
