package dev.soundcheck.server.fault;

import java.time.Duration;

/** Changes the events that it is aimed at; sound in binary messages passes. */
final class Struck implements Misbehaviour {
  private final Target target;
  private final Change change;

  Struck(Target target, Change change) {
    this.target = target;
    this.change = change;
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    if (one instanceof Outgoing.Event event && target.strikes(one)) {
      change.of(event).forEach(instead -> exit.leave(now, instead));
    } else {
      exit.leave(now, one);
    }
  }
}
