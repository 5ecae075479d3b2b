package dev.soundcheck.server.fault;

import tools.jackson.databind.node.ObjectNode;

/** An event goes by another name. */
record Rename(String name) implements Change.OfJson {
  @Override
  public ObjectNode of(ObjectNode event) {
    return event.put("type", name);
  }
}
