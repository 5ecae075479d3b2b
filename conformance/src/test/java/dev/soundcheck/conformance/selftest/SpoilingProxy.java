package dev.soundcheck.conformance.selftest;

import dev.soundcheck.schemas.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * Stands between clients and servers and makes one side of each connection a broken one. Each door
 * has its own way to be broken, and each connection through it a memory of its own.
 */
final class SpoilingProxy implements AutoCloseable {
  private static final int LARGEST = 64 << 20;

  /** Where a connection through a door goes, and who is broken there. */
  private record Door(URI upstream, Origin broken, Supplier<Habit> habit) {}

  private final Map<String, Door> doors = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor later =
      new ScheduledThreadPoolExecutor(1, SpoilingProxy::daemon);
  private final WebSocketClient dialer = new WebSocketClient();
  private final Server server = new Server(threads("spoiling-proxy"));
  private final ServerConnector connector = new ServerConnector(server);

  private SpoilingProxy() {
    later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setStopTimeout(0);
    ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
    sockets.setIdleTimeout(Duration.ZERO);
    sockets.setMaxTextMessageSize(LARGEST);
    sockets.setMaxBinaryMessageSize(LARGEST);
    server.setHandler(new Doors(sockets));
    dialer.getHttpClient().setExecutor(threads("spoiling-dialer"));
    dialer.getHttpClient().setMaxConnectionsPerDestination(1_000);
    dialer.setIdleTimeout(Duration.ZERO);
    dialer.setMaxTextMessageSize(LARGEST);
    dialer.setMaxBinaryMessageSize(LARGEST);
  }

  /** One on a free port. */
  static SpoilingProxy start() {
    SpoilingProxy proxy = new SpoilingProxy();
    LifeCycle.start(proxy.dialer);
    LifeCycle.start(proxy.server);
    return proxy;
  }

  /**
   * Where to dial to come to {@code upstream}, with its query, by a way on which one side is
   * broken.
   *
   * @param name of the door; letters only
   * @param habit a new one for each connection
   */
  URI door(String name, URI upstream, Origin broken, Supplier<Habit> habit) {
    doors.put(name, new Door(upstream, broken, habit));
    String query = upstream.getRawQuery() == null ? "" : "?" + upstream.getRawQuery();
    return URI.create("ws://127.0.0.1:%d/%s%s".formatted(connector.getLocalPort(), name, query));
  }

  @Override
  public void close() {
    later.shutdown();
    LifeCycle.stop(dialer);
    LifeCycle.stop(server);
  }

  /** Lets a client in when the server behind the door has let us in. */
  private final class Doors extends Handler.Abstract {
    private final ServerWebSocketContainer sockets;

    Doors(ServerWebSocketContainer sockets) {
      super(InvocationType.BLOCKING);
      this.sockets = sockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Door door = doors.get(Request.getPathInContext(request).substring(1));
      if (door == null) {
        Response.writeError(request, response, callback, 404);
        return true;
      }
      SpoiledCrossing crossing = new SpoiledCrossing(door.broken(), door.habit().get(), later);
      dialer.connect(crossing.server(), upstream(door, request)).get(10, TimeUnit.SECONDS);
      sockets.upgrade((asked, answered, done) -> crossing.client(), request, response, callback);
      return true;
    }
  }

  /** The client may have added to the query that it was given. */
  private static URI upstream(Door door, Request request) {
    String query = request.getHttpURI().getQuery();
    String place = door.upstream().toString().replaceFirst("\\?.*$", "");
    return URI.create(query == null ? place : place + "?" + query);
  }

  private static QueuedThreadPool threads(String name) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName(name);
    threads.setDaemon(true);
    return threads;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "spoiling-later");
    thread.setDaemon(true);
    return thread;
  }
}
