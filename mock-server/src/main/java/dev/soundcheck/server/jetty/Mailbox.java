package dev.soundcheck.server.jetty;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what it is given one at a time and in order, on threads of a pool. */
final class Mailbox {
  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

  private final Executor pool;
  private final Queue<Runnable> deeds = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  Mailbox(Executor pool) {
    this.pool = pool;
  }

  /** Never blocks. What it is given after the pool was shut down is not run. */
  void put(Runnable deed) {
    deeds.add(deed);
    if (waiting.getAndIncrement() == 0) {
      try {
        pool.execute(this::work);
      } catch (RejectedExecutionException shutDown) {
        LOG.debug("event=rejected");
      }
    }
  }

  private void work() {
    int done = waiting.get();
    while (done > 0) {
      for (int i = 0; i < done; i++) {
        run(deeds.remove());
      }
      done = waiting.addAndGet(-done);
    }
  }

  private static void run(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException failure) {
      LOG.warn("event=failed", failure);
    }
  }
}
