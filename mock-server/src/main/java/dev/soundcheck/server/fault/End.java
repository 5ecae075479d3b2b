package dev.soundcheck.server.fault;

import java.time.Duration;

/** The connection ends at once, or goes dead; the door lets nothing out after it. */
record End(Outgoing order) implements Misbehaviour {
  @Override
  public void begin(Duration now, Exit exit) {
    exit.leave(now, order);
  }
}
