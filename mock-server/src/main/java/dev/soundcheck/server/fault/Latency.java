package dev.soundcheck.server.fault;

import java.time.Duration;

/** All that is sent is on its way for some time, in its order. */
final class Latency implements Holding {
  private final Duration time;
  private final Held held = new Held();

  Latency(Duration time) {
    this.time = time;
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    held.hold(now.plus(time), one);
  }

  @Override
  public Held held() {
    return held;
  }
}
