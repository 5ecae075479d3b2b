package dev.soundcheck.server.fault;

import java.util.List;

/** An event gets white space behind it until its frame has this size. */
record Oversize(int bytes) implements Change {
  @Override
  public List<Outgoing> of(Outgoing.Event event) {
    return List.of(new Outgoing.Event(event.json(), bytes, event.frames()));
  }
}
