package dev.soundcheck.server.fault;

import java.time.Duration;
import java.util.Optional;

/** A fault that holds things back until they are due. */
interface Holding extends Misbehaviour {
  Held held();

  @Override
  default Optional<Duration> wakeAt() {
    return held().wakeAt();
  }

  @Override
  default void wake(Duration now, Exit exit) {
    held().release(now, exit);
  }
}
