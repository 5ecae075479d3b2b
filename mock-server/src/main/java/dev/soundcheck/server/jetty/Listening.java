package dev.soundcheck.server.jetty;

import dev.soundcheck.audio.Listener;
import dev.soundcheck.server.Limit;
import dev.soundcheck.server.Limits;
import dev.soundcheck.server.ServerException;
import dev.soundcheck.server.api.Front;
import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.time.RealTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port that is listened on, and the connections that came through it. */
public final class Listening implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final Duration FAREWELL = Duration.ofMillis(1200);

  private final Server server;
  private final ServerConnector connector;
  private final RealTime time;
  private final Earshot earshot;
  private final Entrance entrance;
  private final ExecutorService plays = Plumbing.plays();
  private volatile int port;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private Listening(
      Binding binding,
      Limits limits,
      RealTime time,
      Earshot earshot,
      Supplier<Front> front,
      Company company) {
    this.time = time;
    this.earshot = earshot;
    QueuedThreadPool pool = new QueuedThreadPool();
    pool.setName("soundcheck");
    pool.setDaemon(true);
    server = new Server(pool);
    Doorway door =
        Plumbing.door(
            server,
            binding,
            time,
            port ->
                new Doorkeeper(
                    port,
                    limits.most(Limit.CONNECTIONS),
                    Descriptors.forConnections(),
                    company::remarked));
    connector = door;
    Handshakes handshakes = new Handshakes(pool, time, limits.time(Limit.HANDSHAKE));
    connector.addBean(handshakes);
    Backstage backstage = new Backstage(plays, Plumbing.hands(), time, limits, earshot);
    entrance =
        new Entrance(
            new Sockets(server),
            front,
            (admission, line) ->
                new Connection(
                    backstage,
                    company.time(admission),
                    connections,
                    line,
                    admission.call(),
                    wire -> company.play(admission, wire)),
            handshakes,
            door.keeper());
    server.setHandler(entrance);
  }

  /**
   * Listens from now on.
   *
   * @param time is closed with this
   * @param listener who listens to speech, if anybody does
   * @param front may block until the server is ready
   * @throws ServerException when the port cannot be had
   */
  public static Listening start(
      Binding binding,
      Limits limits,
      RealTime time,
      Optional<Listener> listener,
      Supplier<Front> front,
      Company company) {
    Listening listening =
        new Listening(binding, limits, time, new Earshot(listener), front, company);
    try {
      listening.server.start();
      listening.port = listening.connector.getLocalPort();
      return listening;
    } catch (Exception failure) {
      listening.close();
      throw Plumbing.cannotListen(binding, failure);
    }
  }

  /** The port, even when it is closed by now. */
  public int port() {
    return port;
  }

  /**
   * Does this in the play of a connection, in its turn.
   *
   * @return what it returns; false when there is no such connection, or it takes longer than this
   */
  public boolean order(int number, BiFunction<Show, Duration, Boolean> deed, Duration limit) {
    return connections.stream()
        .filter(connection -> connection.plays(number))
        .findFirst()
        .map(connection -> connection.order(deed))
        .map(done -> done.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS).join())
        .orElse(false);
  }

  /** Waits until all that has come so far is played, but no longer than this. */
  public void settle(Duration limit) {
    CompletableFuture<?>[] settled =
        connections.stream().map(Connection::settled).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(settled)
        .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /**
   * Lets nobody in any more: the port is closed, and who asks over a connection that was kept is
   * refused. Waits until the last WebSocket is gone, but no longer than this.
   */
  public void drain(Duration grace) {
    entrance.close();
    connector.close();
    CompletableFuture<?>[] ended =
        connections.stream().map(Connection::ended).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ended)
        .completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** Closes every connection with 1001 and stops listening, within two seconds. */
  @Override
  public void close() {
    connector.close();
    CompletableFuture<?>[] goodbyes =
        connections.stream()
            .map(
                connection -> {
                  connection.close(CloseStatus.SHUTDOWN, "The mock server is shutting down.");
                  return connection.ended();
                })
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(goodbyes)
        .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    time.close();
    earshot.close();
    stop();
    plays.shutdown();
  }

  private void stop() {
    try {
      server.stop();
    } catch (Exception failure) {
      LOG.warn("event=stop-failed", failure);
    }
  }
}
