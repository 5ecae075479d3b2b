package dev.soundcheck.conformance.selftest;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Something on a free port that is no voice service. */
final class OddServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;
  private final Set<Guest> present = ConcurrentHashMap.newKeySet();

  private OddServer() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("odd-server");
    threads.setDaemon(true);
    server = new Server(threads);
    server.setStopTimeout(0);
    connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
  }

  /** Answers every request with this status. */
  static OddServer answering(int status) {
    OddServer odd = new OddServer();
    odd.server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(status);
            callback.succeeded();
            return true;
          }
        });
    LifeCycle.start(odd.server);
    return odd;
  }

  /**
   * Takes every WebSocket and speaks on it so, on a thread of its own, whatever the client says.
   */
  static OddServer speaking(Consumer<Session> manners) {
    OddServer odd = new OddServer();
    ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(odd.server);
    sockets.setIdleTimeout(Duration.ZERO);
    odd.server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            return sockets.upgrade(
                (asked, answered, done) -> odd.new Guest(manners), request, response, callback);
          }
        });
    LifeCycle.start(odd.server);
    return odd;
  }

  URI uri() {
    return URI.create("ws://127.0.0.1:%d/v1/realtime".formatted(connector.getLocalPort()));
  }

  /** How many connections are open. */
  int open() {
    return present.size();
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  /** Public only because Jetty looks its methods up. */
  public final class Guest implements Session.Listener.AutoDemanding {
    private final Consumer<Session> manners;

    private Guest(Consumer<Session> manners) {
      this.manners = manners;
    }

    @Override
    public void onWebSocketOpen(Session session) {
      present.add(this);
      Thread speaker = new Thread(() -> manners.accept(session), "odd-speaker");
      speaker.setDaemon(true);
      speaker.start();
    }

    @Override
    public void onWebSocketError(Throwable cause) {}

    @Override
    public void onWebSocketClose(
        int code, String reason, org.eclipse.jetty.websocket.api.Callback callback) {
      present.remove(this);
      callback.succeed();
    }
  }
}
