package dev.soundcheck.server.fault;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Members of an event by a path with dots, such as {@code item.id}. */
record Paths(String path) {
  /** The object that holds the member, if it is there. */
  Optional<ObjectNode> holder(ObjectNode event) {
    ObjectNode holder = event;
    String[] steps = path.split("\\.");
    for (int step = 0; step < steps.length - 1; step++) {
      if (!(holder.get(steps[step]) instanceof ObjectNode inner)) {
        return Optional.empty();
      }
      holder = inner;
    }
    return Optional.of(holder);
  }

  String member() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
