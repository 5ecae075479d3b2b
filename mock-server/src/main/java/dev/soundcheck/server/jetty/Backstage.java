package dev.soundcheck.server.jetty;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * What all connections of a server share.
 *
 * @param pool plays them
 * @param timers wakes them
 * @param nanos what time it is, as {@link System#nanoTime} tells it
 * @param limits what each may take
 */
record Backstage(
    Executor pool, ScheduledExecutorService timers, LongSupplier nanos, Limits limits) {
  /** How long it has been since then. */
  Duration since(long then) {
    return Duration.ofNanos(nanos.getAsLong() - then);
  }
}
