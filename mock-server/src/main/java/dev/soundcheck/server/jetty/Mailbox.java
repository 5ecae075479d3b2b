package dev.soundcheck.server.jetty;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what it is given one at a time and in order, on threads of a pool. Whoever is given much
 * steps back now and then behind all others that want the pool.
 */
final class Mailbox {
  /** Enough that stepping back costs little, few enough that others do not wait long. */
  static final int MOST_AT_ONCE = 16;

  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

  private final Executor pool;
  private final Semaphore hands;
  private final Queue<Runnable> deeds = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile @Nullable CompletableFuture<Runnable> held;

  /**
   * An empty mailbox.
   *
   * @param hands so many callers of {@link #here} may be kept busy at once, in all mailboxes
   */
  Mailbox(Executor pool, Semaphore hands) {
    this.pool = pool;
    this.hands = hands;
  }

  /** Never blocks. What it is given after the pool was shut down is not run. */
  void put(Runnable deed) {
    deeds.add(deed);
    if (waiting.getAndIncrement() == 0) {
      execute(() -> work(deeds.remove()));
    }
  }

  /**
   * As {@link #put}, but does it at once where nothing waits, without another thread; not where
   * enough callers do so already, since they have to read what others send, too. For callers that
   * hold no lock.
   */
  void here(Runnable deed) {
    deeds.add(deed);
    if (waiting.getAndIncrement() == 0) {
      if (hands.tryAcquire()) {
        try {
          work(deeds.remove());
        } finally {
          hands.release();
        }
      } else {
        execute(() -> work(deeds.remove()));
      }
    }
  }

  /**
   * Puts off all that waits and comes until there is something to be done first. Only to be called
   * by the deed that is being run.
   *
   * @param first must not fail
   */
  void hold(CompletableFuture<Runnable> first) {
    held = first;
  }

  private void work(Runnable first) {
    run(first);
    for (int done = 1; !leaves() && waiting.decrementAndGet() > 0; done++) {
      if (done == MOST_AT_ONCE) {
        execute(() -> work(deeds.remove()));
        return;
      }
      run(deeds.remove());
    }
  }

  /** Whether the rest has to wait; somebody else goes on with it then. */
  private boolean leaves() {
    CompletableFuture<Runnable> until = held;
    held = null;
    if (until != null) {
      var unused = until.thenAccept(next -> execute(() -> work(next)));
    }
    return until != null;
  }

  private void execute(Runnable work) {
    try {
      pool.execute(work);
    } catch (RejectedExecutionException shutDown) {
      LOG.debug("event=rejected");
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
