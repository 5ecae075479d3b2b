package dev.soundcheck.server.fault;

import tools.jackson.databind.node.ObjectNode;

/** An event lacks a member. */
record Missing(Paths path) implements Change.OfJson {
  @Override
  public ObjectNode of(ObjectNode event) {
    path.holder(event).ifPresent(holder -> holder.remove(path.member()));
    return event;
  }
}
