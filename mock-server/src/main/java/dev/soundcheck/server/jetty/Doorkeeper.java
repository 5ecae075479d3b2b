package dev.soundcheck.server.jetty;

import dev.soundcheck.server.api.ApiReply;
import java.nio.channels.SelectableChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/**
 * Counts who is connected. Beyond the limit a socket is refused, and a little beyond that nobody is
 * let in before somebody leaves; each time that it comes to this it is told once.
 */
final class Doorkeeper extends NetworkConnectionLimit {
  /** For those who are being refused. */
  private static final int SPARE = 16;

  private static final String FULL =
      "%d sockets are open, and no more are let in at once%s. More are refused with 503 until"
          + " somebody leaves.";

  private static final String BY_FILES =
      ", since this process may have %d files open. Start it after 'ulimit -n 65536' to let in more";

  private static final String BY_LIMIT = ", which is its limit 'connections'";

  private final long most;
  private final boolean byFiles;
  private final Set<Object> sockets = ConcurrentHashMap.newKeySet();
  private final Consumer<String> news;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile boolean closed;

  /**
   * One for a door.
   *
   * @param wanted the limit that somebody set
   * @param possible what the system allows
   * @param news is told when the limit is reached
   */
  Doorkeeper(Connector door, long wanted, long possible, Consumer<String> news) {
    super((int) Math.min(Integer.MAX_VALUE, Math.min(wanted, possible - SPARE) + SPARE), door);
    this.most = Math.min(wanted, possible - SPARE);
    this.byFiles = possible - SPARE < wanted;
    this.news = news;
  }

  /** Lets this connection become a socket, unless there are as many as there may be. */
  synchronized boolean lets(EndPoint end) {
    int open = sockets.size();
    if (open >= most) {
      tell(FULL.formatted(most, byFiles ? BY_FILES.formatted(Descriptors.most()) : BY_LIMIT));
      return false;
    }
    if (open < most - most / 10) {
      told.set(false);
    }
    return sockets.add(end.getTransport());
  }

  @Override
  public void onClosed(SelectableChannel channel) {
    sockets.remove(channel);
    super.onClosed(channel);
  }

  /** Nobody can be let in, for another reason than the limit. */
  void cannotAccept(Throwable why) {
    tell("Nobody can be let in: %s. It is tried again each second.".formatted(why.getMessage()));
  }

  private void tell(String words) {
    if (told.compareAndSet(false, true)) {
      news.accept(words);
    }
  }

  /** What a client is told who is one too many. */
  ApiReply refusal() {
    return ApiReply.refusal(
            503,
            "too-many-connections",
            "%d sockets are open, and this server lets in no more. Try again when one is over."
                .formatted(most))
        .with("Retry-After", "1");
  }

  /** Whether nobody is let in before somebody leaves. */
  boolean closed() {
    return closed;
  }

  @Override
  protected void limit() {
    closed = true;
    super.limit();
  }

  @Override
  protected void unlimit() {
    closed = false;
    super.unlimit();
  }
}
