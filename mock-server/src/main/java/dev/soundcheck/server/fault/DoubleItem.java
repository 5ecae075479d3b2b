package dev.soundcheck.server.fault;

import dev.soundcheck.server.session.Ids;
import java.util.List;

/** An item is added again, by an event with an id of its own. */
record DoubleItem(Ids ids) implements Change {
  @Override
  public List<Outgoing> of(Outgoing.Event event) {
    return List.of(event, event.with(event.json().deepCopy().put("event_id", ids.uuid())));
  }
}
