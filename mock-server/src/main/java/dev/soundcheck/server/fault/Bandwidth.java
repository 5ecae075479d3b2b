package dev.soundcheck.server.fault;

import java.time.Duration;

/** No more than so many bytes leave in a second; a message leaves when all of it could. */
final class Bandwidth implements Holding {
  private static final long NANOS_OF_SECOND = 1_000_000_000L;

  private final int bytesOfSecond;
  private final Held held = new Held();
  private Duration free = Duration.ZERO;

  Bandwidth(int bytesOfSecond) {
    this.bytesOfSecond = bytesOfSecond;
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    Duration begins = free.compareTo(now) < 0 ? now : free;
    free = begins.plusNanos(one.size() * NANOS_OF_SECOND / bytesOfSecond);
    held.hold(free, one);
  }

  @Override
  public Held held() {
    return held;
  }
}
