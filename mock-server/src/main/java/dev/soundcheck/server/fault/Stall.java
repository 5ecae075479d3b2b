package dev.soundcheck.server.fault;

import java.time.Duration;

/** Nothing is sent any more but the end of the connection. */
final class Stall implements Misbehaviour {
  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    boolean event = one instanceof Outgoing.Event || one instanceof Outgoing.Broken;
    if (!event && !(one instanceof Outgoing.Sound)) {
      exit.leave(now, one);
    }
  }

  /** Nothing is sent for a time, and then all that waited comes at once. */
  static final class ForATime implements Holding {
    private final Duration time;
    private final Held held = new Held();
    private Duration until = Duration.ZERO;

    ForATime(Duration time) {
      this.time = time;
    }

    @Override
    public void begin(Duration now, Exit exit) {
      until = now.plus(time);
    }

    @Override
    public void pass(Duration now, Outgoing one, Exit exit) {
      if (now.compareTo(until) < 0 || !held.isEmpty()) {
        held.hold(until, one);
      } else {
        exit.leave(now, one);
      }
    }

    @Override
    public Held held() {
      return held;
    }
  }
}
