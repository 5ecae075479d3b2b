package dev.soundcheck.server.profile;

import dev.soundcheck.server.session.Meaning;
import tools.jackson.databind.node.ObjectNode;

/** How a profile writes what a session means: keys, their order, constants. */
public interface Shape {
  /** The event as it goes on the wire. */
  ObjectNode write(Meaning meaning);
}
