package dev.soundcheck.server.fault;

import java.time.Duration;
import java.util.Optional;

/** One fault at work on one connection. */
interface Misbehaviour {
  /** Its moment has come. */
  default void begin(Duration now, Exit exit) {}

  /** Something is on its way out. */
  default void pass(Duration now, Outgoing one, Exit exit) {
    exit.leave(now, one);
  }

  /** When {@link #wake} has something to do; empty when nothing will happen by itself. */
  default Optional<Duration> wakeAt() {
    return Optional.empty();
  }

  default void wake(Duration now, Exit exit) {}
}
