package dev.soundcheck.server.fault;

import java.time.Duration;

/** Something comes late, and what is behind it overtakes it. */
final class Delay implements Holding {
  private final Target target;
  private final Duration late;
  private final Held held = new Held();

  Delay(Target target, Duration late) {
    this.target = target;
    this.late = late;
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    if (target.strikes(one)) {
      held.hold(now.plus(late), one);
    } else {
      exit.leave(now, one);
    }
  }

  @Override
  public Held held() {
    return held;
  }
}
