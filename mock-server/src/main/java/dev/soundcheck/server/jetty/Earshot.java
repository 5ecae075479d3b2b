package dev.soundcheck.server.jetty;

import dev.soundcheck.audio.Listener;
import dev.soundcheck.server.session.Cue;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has speech listened to on threads of its own, so that a session that waits for its words holds up
 * no other.
 */
final class Earshot implements AutoCloseable {
  /** Listening takes less time than speaking, and two people seldom finish at the same moment. */
  private static final int THREADS = 2;

  private static final int MOST_WAITING = 64;
  private static final Logger LOG = LoggerFactory.getLogger(Earshot.class);

  private final Optional<Listener> listener;
  private final ThreadPoolExecutor threads;

  /**
   * What was said.
   *
   * @param phrase empty when it is none of the phrases
   * @param trouble why nobody could tell
   */
  record Words(Optional<String> phrase, Optional<String> trouble) {
    static Words unknown(String why) {
      return new Words(Optional.empty(), Optional.of(why));
    }
  }

  Earshot(Optional<Listener> listener) {
    this.listener = listener;
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Earshot::aside);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread aside(Runnable listens) {
    Thread thread = new Thread(listens, "soundcheck-listener");
    thread.setDaemon(true);
    return thread;
  }

  /** Listens; what comes of it never fails. */
  CompletableFuture<Words> listen(Cue.Heard speech) {
    try {
      return CompletableFuture.supplyAsync(() -> words(speech), threads);
    } catch (RejectedExecutionException tooMuch) {
      LOG.warn("event=not-listened reason=busy");
      return CompletableFuture.completedFuture(
          Words.unknown(
              "Speech was not listened to: %d others wait for it already."
                  .formatted(MOST_WAITING)));
    }
  }

  private Words words(Cue.Heard speech) {
    if (listener.isEmpty()) {
      return Words.unknown("Speech was not listened to: the server has no listener.");
    }
    try {
      Optional<String> phrase = listener.get().heard(speech.speech(), speech.phrases());
      return new Words(phrase.filter(speech.phrases()::contains), Optional.empty());
    } catch (RuntimeException failure) {
      LOG.warn("event=listener-failed", failure);
      return Words.unknown("The listener failed: " + failure.getMessage());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
