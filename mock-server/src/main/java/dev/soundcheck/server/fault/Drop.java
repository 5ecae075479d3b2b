package dev.soundcheck.server.fault;

import java.time.Duration;

/** Events are lost, sound in binary messages among them. */
record Drop(Target target) implements Misbehaviour {
  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    if (!target.strikes(one)) {
      exit.leave(now, one);
    }
  }
}
