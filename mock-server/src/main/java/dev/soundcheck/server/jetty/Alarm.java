package dev.soundcheck.server.jetty;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection's wake-up: set anew as often as wanted, it rings at most once for each time. */
final class Alarm {
  private final ScheduledExecutorService timers;
  private final Runnable ring;
  private Optional<Duration> due = Optional.empty();
  private @Nullable ScheduledFuture<?> set;

  Alarm(ScheduledExecutorService timers, Runnable ring) {
    this.timers = timers;
    this.ring = ring;
  }

  /** Rings at {@code next} instead of whenever it was set to; both times count from the opening. */
  synchronized void set(Duration now, Optional<Duration> next) {
    if (next.equals(due)) {
      return;
    }
    if (set != null) {
      set.cancel(false);
    }
    due = next;
    set =
        next.isEmpty() || timers.isShutdown()
            ? null
            : timers.schedule(
                this::rings, Math.max(0, next.get().minus(now).toNanos()), TimeUnit.NANOSECONDS);
  }

  private void rings() {
    synchronized (this) {
      due = Optional.empty();
    }
    ring.run();
  }
}
