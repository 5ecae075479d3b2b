package dev.soundcheck.server.fault;

import tools.jackson.databind.node.ObjectNode;

/** An event has a member that nobody knows. */
record Extra(Paths path) implements Change.OfJson {
  @Override
  public ObjectNode of(ObjectNode event) {
    path.holder(event).ifPresent(holder -> holder.put(path.member(), "new"));
    return event;
  }
}
