package dev.soundcheck.server.fault;

import java.time.Duration;

/** Something is sent again as it is. */
record Duplicate(Target target) implements Misbehaviour {
  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    exit.leave(now, one);
    if (target.strikes(one)) {
      exit.leave(now, one);
    }
  }
}
