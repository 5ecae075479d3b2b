package dev.soundcheck.server.jetty;

import dev.soundcheck.server.time.Alarm;
import dev.soundcheck.server.time.Timepiece;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * A port. Where the system has no descriptor for one more connection it stops accepting for a
 * second, and says so once; Jetty alone would log that each time, and hold a thread meanwhile.
 */
final class Doorway extends ServerConnector {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** One for each core, and never so few that whoever takes long makes all others wait. */
  private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  /** So many may wait to be let in; the JDK's 50 makes those of a crowd wait for a second. */
  private static final int QUEUE = 1024;

  private final AtomicLong crowdedUntil = new AtomicLong(System.nanoTime());
  private final Timepiece time;
  private final Alarm again;
  private final Doorkeeper keeper;

  /**
   * A port that is not open yet.
   *
   * @param tls of a port that is encrypted
   * @param keeper made for this port
   */
  Doorway(
      Server server,
      SslContextFactory.@Nullable Server tls,
      HttpConnectionFactory speaks,
      Timepiece time,
      Function<Connector, Doorkeeper> keeper) {
    super(
        server, null, null, null, 1, READERS, AbstractConnectionFactory.getFactories(tls, speaks));
    this.time = time;
    this.again = time.alarm(this::openAgain);
    this.keeper = keeper.apply(this);
    server.addBean(this.keeper);
    setAcceptQueueSize(QUEUE);
  }

  Doorkeeper keeper() {
    return keeper;
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    Doorstep made = new Doorstep(channel, selector, key, getScheduler(), crowdedUntil);
    made.setIdleTimeout(getIdleTimeout());
    return made;
  }

  @Override
  protected boolean handleAcceptFailure(Throwable failure) {
    boolean full = failure instanceof IOException && !(failure instanceof ClosedChannelException);
    if (!full || !isRunning()) {
      return super.handleAcceptFailure(failure);
    }
    keeper.cannotAccept(failure);
    setAccepting(false);
    again.set(Optional.of(time.now().plus(PAUSE)));
    return true;
  }

  private void openAgain() {
    if (!keeper.closed()) {
      setAccepting(true);
    }
  }
}
