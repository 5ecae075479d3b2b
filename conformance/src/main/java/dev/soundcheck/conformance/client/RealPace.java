package dev.soundcheck.conformance.client;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's own time, on one daemon thread. */
final class RealPace implements Pace {
  private final long origin = System.nanoTime();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, RealPace::daemon);

  RealPace() {
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(System.nanoTime() - origin);
  }

  @Override
  public void soon(Runnable work) {
    if (!thread.isShutdown()) {
      thread.execute(work);
    }
  }

  @Override
  public void at(Duration moment, Runnable work) {
    if (!thread.isShutdown()) {
      var unused =
          thread.schedule(work, Math.max(0, moment.minus(now()).toNanos()), TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "voice-client");
    thread.setDaemon(true);
    return thread;
  }
}
