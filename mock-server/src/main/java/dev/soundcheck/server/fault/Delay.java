package dev.soundcheck.server.fault;

import java.time.Duration;
import java.util.Optional;

/** Something comes late, and what is behind it overtakes it. */
final class Delay implements Misbehaviour {
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
  public Optional<Duration> wakeAt() {
    return held.wakeAt();
  }

  @Override
  public void wake(Duration now, Exit exit) {
    held.release(now, exit);
  }
}
