package dev.soundcheck.conformance.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * Stands between clients and a server: passes on everything that they say to each other, in both
 * directions, and writes one trace for each connection. Running from {@link #start} to {@link
 * #close}; its threads do not keep a program alive.
 */
public final class RecordingProxy implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofMillis(1200);
  private static final int HEADERS = 64 * 1024;

  private final ProxyOptions options;
  private final Server server;
  private final ServerConnector connector;
  private final Recordings recordings;
  private final Dialing dialing;
  private final Set<Crossing> present = ConcurrentHashMap.newKeySet();

  private RecordingProxy(ProxyOptions options, InetAddress address, Recordings recordings) {
    this.options = options;
    this.recordings = recordings;
    QueuedThreadPool pool = new QueuedThreadPool();
    pool.setName("soundcheck-proxy");
    pool.setDaemon(true);
    server = new Server(pool);
    server.setStopTimeout(0);
    server.setErrorHandler(RecordingProxy::failed);
    connector = new ServerConnector(server, new HttpConnectionFactory(http()));
    connector.setHost(address.getHostAddress());
    connector.setPort(options.door().port());
    server.addConnector(connector);
    dialing = new Dialing(options.upstream(), options.limits());
    server.setHandler(
        new Entrance(
            sockets(server, options.limits().message()), options, dialing, recordings, present));
  }

  /**
   * Starts a proxy; when this returns it accepts connections.
   *
   * @param tool the version that records
   * @throws UncheckedIOException when the port or the folder cannot be had, others could use it who
   *     must not, or the authority's file cannot be read
   */
  public static RecordingProxy start(ProxyOptions options, String tool, ProxyListener listener) {
    InetAddress address = options.door().address();
    RecordingProxy proxy =
        new RecordingProxy(
            options, address, new Recordings(options.traces(), options.profile(), tool, listener));
    try {
      proxy.server.start();
      return proxy;
    } catch (Exception failure) {
      proxy.close();
      throw cannotListen(options, failure);
    }
  }

  /** Where a client dials to come where {@link Upstream#url} is. */
  public URI uri() {
    return URI.create("ws://" + authority() + options.upstream().place());
  }

  /** Where requests go that are no WebSocket. */
  public URI httpUri() {
    return URI.create("http://" + authority());
  }

  /** Closes both sides of every connection with 1001, completes the traces and stops listening. */
  @Override
  public void close() {
    connector.close();
    CompletableFuture<?>[] ended =
        present.stream()
            .map(
                crossing -> {
                  crossing.stop();
                  return crossing.ended();
                })
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ended)
        .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    LifeCycle.stop(server);
    dialing.close();
    recordings.close();
  }

  private String authority() {
    String host = options.door().host();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort();
  }

  /** Jetty's own page would repeat the address, and a key that may be in it. */
  private static boolean failed(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Reply.trouble(
            status,
            "bad-request",
            "The request cannot be read or passed on (status %d).".formatted(status))
        .send(response, callback);
    return true;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(HEADERS);
    http.setResponseHeaderSize(HEADERS);
    return http;
  }

  private static ServerWebSocketContainer sockets(Server server, int message) {
    ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
    sockets.setIdleTimeout(Duration.ZERO);
    sockets.setMaxTextMessageSize(message);
    sockets.setMaxBinaryMessageSize(message);
    sockets.setMaxFrameSize(message);
    return sockets;
  }

  private static UncheckedIOException cannotListen(ProxyOptions options, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        String words =
            String.valueOf(cause.getMessage()).contains("in use")
                ? "Port %d is already in use. Use --port 0 for a free one."
                : "Cannot listen on %2$s:%1$d: %3$s. Use an address of this machine.";
        return new UncheckedIOException(
            words.formatted(options.door().port(), options.door().host(), cause.getMessage()),
            new IOException(failure));
      }
    }
    return new UncheckedIOException(
        "Cannot listen on %s:%d: %s."
            .formatted(options.door().host(), options.door().port(), failure.getMessage()),
        new IOException(failure));
  }
}
