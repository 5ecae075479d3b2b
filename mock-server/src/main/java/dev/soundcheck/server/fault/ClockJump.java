package dev.soundcheck.server.fault;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The wall clock is off: times in events lie before or behind what they should be. */
record ClockJump(Duration by) implements Misbehaviour {
  /** Milliseconds since 1970 (live-behaviour.md §1.5, §3). */
  private static final List<String> MILLIS = List.of("timestamp", "ts");

  /** Seconds since 1970 (live-behaviour.md §7.3). */
  private static final List<String> SECONDS = List.of("received_at");

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    exit.leave(now, one instanceof Outgoing.Event event ? event.with(off(event.json())) : one);
  }

  private ObjectNode off(ObjectNode event) {
    ObjectNode copy = event.deepCopy();
    MILLIS.forEach(name -> shift(copy, name, by.toMillis()));
    SECONDS.forEach(name -> shift(copy, name, by.toSeconds()));
    return copy;
  }

  private static void shift(ObjectNode event, String name, long amount) {
    if (event.path(name).isIntegralNumber()) {
      event.put(name, event.path(name).longValue() + amount);
    }
  }
}
