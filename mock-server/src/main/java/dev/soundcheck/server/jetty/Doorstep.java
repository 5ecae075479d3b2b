package dev.soundcheck.server.jetty;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
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
  private @Nullable AtOnce last;

  Doorstep(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  @Override
  public void fillInterested(Callback callback) {
    boolean socket = getConnection() instanceof WebSocketConnection;
    super.fillInterested(socket ? atOnce(callback) : callback);
  }

  private Callback atOnce(Callback callback) {
    AtOnce known = last;
    if (known == null || known.reader() != callback) {
      known = new AtOnce(callback);
      last = known;
    }
    return known;
  }

  private record AtOnce(Callback reader) implements Callback {
    @Override
    public void succeeded() {
      reader.succeeded();
    }

    @Override
    public void failed(Throwable why) {
      reader.failed(why);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
