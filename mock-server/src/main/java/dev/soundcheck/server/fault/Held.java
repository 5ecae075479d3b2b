package dev.soundcheck.server.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What waits to leave, in the order in which it came. */
final class Held {
  private record Waiting(Duration due, Outgoing one) {}

  private final Deque<Waiting> all = new ArrayDeque<>();

  void hold(Duration due, Outgoing one) {
    all.add(new Waiting(due, one));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  Optional<Duration> wakeAt() {
    return Optional.ofNullable(all.peek()).map(Waiting::due);
  }

  /** Lets go what is due. */
  void release(Duration now, Exit exit) {
    for (Waiting next = all.peek();
        next != null && next.due().compareTo(now) <= 0;
        next = all.peek()) {
      all.remove();
      exit.leave(now, next.one());
    }
  }

  /** Lets go of all, whenever it is due. */
  void releaseAll(Duration now, Exit exit) {
    while (!all.isEmpty()) {
      exit.leave(now, all.remove().one());
    }
  }
}
