package dev.soundcheck.server.fault;

import java.time.Duration;

/** Something changes its place with what comes behind it, for which it waits a second. */
final class Reorder implements Holding {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Target target;
  private final Held held = new Held();

  Reorder(Target target) {
    this.target = target;
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    if (held.isEmpty() && target.strikes(one)) {
      held.hold(now.plus(PATIENCE), one);
    } else {
      exit.leave(now, one);
      held.releaseAll(now, exit);
    }
  }

  @Override
  public Held held() {
    return held;
  }
}
