package dev.soundcheck.server.fault;

import java.time.Duration;

/** Where things leave: into the next misbehaviour, and at last onto the wire. */
public interface Exit {
  void leave(Duration now, Outgoing outgoing);
}
