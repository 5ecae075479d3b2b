package dev.soundcheck.server.fault;

import tools.jackson.databind.node.ObjectNode;

/** An event has null in a member. */
record NullMember(Paths path) implements Change.OfJson {
  @Override
  public ObjectNode of(ObjectNode event) {
    path.holder(event).ifPresent(holder -> holder.putNull(path.member()));
    return event;
  }
}
