package dev.soundcheck.server.jetty;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * One connection at a port. What comes on a WebSocket is read by the thread that noticed it: a
 * message that comes alone, as those of a microphone do, costs less to play than to hand to another
 * thread (docs/decisions/speed.md). Requests go to the pool as always, for their answers may wait.
 */
final class Doorstep extends SocketChannelEndPoint {
  private static final long CROWDED_NANOS = Duration.ofSeconds(2).toNanos();

  private final AtomicInteger wakes = new AtomicInteger();
  private final AtomicLong crowdedUntil;
  private @Nullable AtOnce last;

  /**
   * A connection that was just made.
   *
   * @param crowdedUntil in the time of {@link System#nanoTime}, shared by all of a port
   */
  Doorstep(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      AtomicLong crowdedUntil) {
    super(channel, selector, key, scheduler);
    this.crowdedUntil = crowdedUntil;
  }

  @Override
  public void fillInterested(Callback callback) {
    boolean socket = getConnection() instanceof WebSocketConnection;
    super.fillInterested(socket ? atOnce(callback) : callback);
  }

  private Callback atOnce(Callback callback) {
    AtOnce known = last;
    if (known == null || known.reader != callback) {
      known = new AtOnce(callback);
      last = known;
    }
    return known;
  }

  /** How often something came that it was waited for. */
  int wakes() {
    return wakes.get();
  }

  /**
   * Somebody sends so much that threads of the pool are busy with it: for a while all that comes at
   * this port is left to the pool, where the system gives everybody a turn.
   */
  void crowded() {
    crowdedUntil.set(System.nanoTime() + CROWDED_NANOS);
  }

  private final class AtOnce implements Callback {
    private final Callback reader;

    AtOnce(Callback reader) {
      this.reader = reader;
    }

    @Override
    public void succeeded() {
      wakes.incrementAndGet();
      reader.succeeded();
    }

    @Override
    public void failed(Throwable why) {
      reader.failed(why);
    }

    @Override
    public InvocationType getInvocationType() {
      return System.nanoTime() - crowdedUntil.get() < 0
          ? InvocationType.BLOCKING
          : InvocationType.NON_BLOCKING;
    }
  }
}
