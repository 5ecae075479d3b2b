package dev.soundcheck.server.fault;

import dev.soundcheck.script.Moment;
import java.time.Duration;
import java.util.Optional;

/** Waits for the moment at which a fault begins. */
final class Trigger {
  private final Moment moment;
  private final Duration due;
  private int seen;
  private boolean pulled;

  /** From now on: times and events count from here. */
  Trigger(Moment moment, Duration now) {
    this.moment = moment;
    this.due = now.plus(moment.after());
  }

  boolean pulled() {
    return pulled;
  }

  /** Whether this event, of either side, makes it begin. */
  boolean pulledBy(String type) {
    if (!pulled && moment.event().filter(type::equals).isPresent()) {
      seen++;
      pulled = seen == moment.nth();
      return pulled;
    }
    return false;
  }

  /** Whether it is time to begin. */
  boolean pulledAt(Duration now) {
    if (!pulled && moment.event().isEmpty() && due.compareTo(now) <= 0) {
      pulled = true;
      return true;
    }
    return false;
  }

  Optional<Duration> wakeAt() {
    return pulled || moment.event().isPresent() ? Optional.empty() : Optional.of(due);
  }
}
