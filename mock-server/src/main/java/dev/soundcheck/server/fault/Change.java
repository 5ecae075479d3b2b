package dev.soundcheck.server.fault;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What is sent in place of an event that is struck; the event itself must not be changed. */
interface Change {
  List<Outgoing> of(Outgoing.Event event);

  /** One event for another, written in the same way. */
  interface OfJson extends Change {
    ObjectNode of(ObjectNode json);

    @Override
    default List<Outgoing> of(Outgoing.Event event) {
      return List.of(event.with(of(event.json().deepCopy())));
    }
  }
}
