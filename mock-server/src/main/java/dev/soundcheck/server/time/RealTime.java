package dev.soundcheck.server.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time that passes by itself. */
public final class RealTime implements Timepiece, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RealTime.class);

  /**
   * Alarms ring at multiples of this, the next one after they are due: what is due at nearly the
   * same time in hundreds of sessions wakes the thread once.
   */
  private static final long TICK = Duration.ofNanos(250_000).toNanos();

  private final InstantSource clock;
  private final Consumer<Throwable> failures;
  private final ScheduledThreadPoolExecutor timers;
  private final long began = System.nanoTime();

  /**
   * A time that begins now; its alarms ring on one thread, which keeps no program alive. What one
   * of them throws is logged, and the others ring all the same.
   */
  public RealTime(InstantSource clock) {
    this(clock, failure -> LOG.warn("event=alarm-failed", failure));
  }

  /** Tells the failures of its alarms to somebody else than the log. */
  RealTime(InstantSource clock, Consumer<Throwable> failures) {
    this.clock = clock;
    this.failures = failures;
    timers = new ScheduledThreadPoolExecutor(1, RealTime::aside);
    timers.setRemoveOnCancelPolicy(true);
  }

  private static Thread aside(Runnable rings) {
    Thread thread = new Thread(rings, "soundcheck-timers");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** No alarm rings any more. */
  @Override
  public void close() {
    timers.shutdownNow();
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public boolean passes(Duration until) {
    return false;
  }

  @Override
  public Alarm alarm(Runnable ring) {
    return new Timer(ring);
  }

  private final class Timer implements Alarm {
    private final Runnable ring;
    private Optional<Duration> due = Optional.empty();
    private @Nullable ScheduledFuture<?> set;

    Timer(Runnable ring) {
      this.ring = ring;
    }

    @Override
    public synchronized void set(Optional<Duration> at) {
      if (at.equals(due)) {
        return;
      }
      if (set != null) {
        set.cancel(false);
      }
      due = at;
      set =
          at.isEmpty() || timers.isShutdown()
              ? null
              : timers.schedule(this::rings, untilTickOf(at.get()), TimeUnit.NANOSECONDS);
    }

    private long untilTickOf(Duration at) {
      return Math.max(0, (at.toNanos() + TICK - 1) / TICK * TICK - now().toNanos());
    }

    private void rings() {
      synchronized (this) {
        due = Optional.empty();
      }
      try {
        ring.run();
      } catch (RuntimeException | Error failure) {
        failures.accept(failure);
      }
    }
  }
}
