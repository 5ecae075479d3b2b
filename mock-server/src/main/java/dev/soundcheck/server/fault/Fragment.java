package dev.soundcheck.server.fault;

import java.util.List;

/** A message is cut into frames (RFC 6455 §5.4). */
record Fragment(int frames) implements Change {
  @Override
  public List<Outgoing> of(Outgoing.Event event) {
    return List.of(new Outgoing.Event(event.json(), event.padded(), frames));
  }
}
