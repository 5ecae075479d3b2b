package dev.soundcheck.server;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.play.Witness;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many sessions are open at once, counted for each test by itself. */
final class Seats {
  private final OptionalInt most;
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  Seats(OptionalInt most) {
    this.most = most;
  }

  /** Takes one; false when there are no more. */
  boolean take(String test) {
    int now = taken.merge(test, 1, Integer::sum);
    if (most.isEmpty() || now <= most.getAsInt()) {
      return true;
    }
    leave(test);
    return false;
  }

  private void leave(String test) {
    taken.merge(test, -1, Seats::orNone);
  }

  private static Integer orNone(Integer before, Integer change) {
    return Math.max(0, before + change);
  }

  /** Tells another witness everything, and gives the seat back once the connection is closed. */
  Witness untilClosed(String test, Witness other) {
    return new Sitting(() -> leave(test), other, new AtomicBoolean());
  }

  private record Sitting(Runnable leaves, Witness other, AtomicBoolean left) implements Relay {
    @Override
    public void observed(Observed observed) {
      if (observed instanceof Observed.Closed && left.compareAndSet(false, true)) {
        leaves.run();
      }
      other.observed(observed);
    }
  }
}
