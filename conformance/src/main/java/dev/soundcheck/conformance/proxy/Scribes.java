package dev.soundcheck.conformance.proxy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The two threads behind all connections: one writes, in order, and one judges what is written.
 * They are two because judging takes longest, most of all at the beginning, and what is to be
 * written waits for nothing else.
 */
final class Scribes implements AutoCloseable {
  private static final long SECONDS = 5;

  private final ExecutorService pen = one("soundcheck-recordings");
  private final ExecutorService judge = one("soundcheck-judge");

  private static ExecutorService one(String name) {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Writes this when all that came before is written. */
  <T> CompletableFuture<T> write(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, pen);
  }

  /** Judges, and tells the listener. */
  ExecutorService judge() {
    return judge;
  }

  /** Finishes what is to be written and judged, but for no longer than ten seconds. */
  @Override
  public void close() {
    finish(pen);
    finish(judge);
  }

  private static void finish(ExecutorService thread) {
    thread.shutdown();
    try {
      boolean unused = thread.awaitTermination(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
