package dev.soundcheck.server.jetty;

import dev.soundcheck.server.api.Feed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Carries a feed to one reader: the next piece leaves when the one before has left. A reader that
 * is gone is noticed when something cannot be written, at the latest after half a minute of
 * silence.
 */
final class FeedWriter {
  private static final String ALIVE = ":\n\n";

  private final Feed feed;
  private final Response response;
  private final Callback callback;
  private final AtomicInteger wakes = new AtomicInteger();
  private final AtomicReference<String> first = new AtomicReference<>(ALIVE);
  private volatile boolean writing;
  private volatile boolean over;

  private FeedWriter(Feed feed, Response response, Callback callback) {
    this.feed = feed;
    this.response = response;
    this.callback = callback;
  }

  static void start(Feed feed, Request request, Response response, Callback callback) {
    FeedWriter writer = new FeedWriter(feed, response, callback);
    request.addIdleTimeoutListener(
        silence -> {
          writer.first.set(ALIVE);
          writer.pump();
          return false;
        });
    request.addFailureListener(failure -> writer.end(failure));
    feed.whenMore(() -> request.getContext().execute(writer::pump));
  }

  /** One caller at a time gets past the first line; the others leave a count behind for it. */
  private void pump() {
    if (wakes.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      if (!writing && !over) {
        next().ifPresent(this::write);
      }
      seen = wakes.addAndGet(-seen);
    } while (seen != 0);
  }

  private Optional<String> next() {
    return Optional.ofNullable(first.getAndSet("")).filter(it -> !it.isEmpty()).or(feed::poll);
  }

  private void write(String piece) {
    writing = true;
    ByteBuffer bytes = ByteBuffer.wrap(piece.getBytes(StandardCharsets.UTF_8));
    response.write(false, bytes, Callback.from(this::written, this::end));
  }

  private void written() {
    writing = false;
    pump();
  }

  private void end(Throwable failure) {
    if (!over) {
      over = true;
      feed.close();
      callback.failed(failure);
    }
  }
}
