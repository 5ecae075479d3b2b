package dev.soundcheck.conformance.load;

import dev.soundcheck.conformance.client.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.client.CoreClientUpgradeRequest;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.eclipse.jetty.websocket.core.exception.UpgradeException;
import org.jspecify.annotations.Nullable;

/** Dials for many, and dials again for whoever hung up. Safe for use by many threads. */
final class Swarm implements AutoCloseable {
  /** After a failure, so that a server that refuses is not called without end. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Target target;
  private final Casting casting;
  private final Tallies tallies;
  private final WebSocketCoreClient client;
  private final ScheduledThreadPoolExecutor timers;
  private final Set<Seat> seats = ConcurrentHashMap.newKeySet();
  private final long origin = System.nanoTime();
  private volatile boolean closing;

  Swarm(Target target, Casting casting, Tallies tallies) {
    this.target = target;
    this.casting = casting;
    this.tallies = tallies;
    this.client = Dialling.client(target.authority());
    this.timers = new ScheduledThreadPoolExecutor(2, Dialling::daemon);
    timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    timers.setRemoveOnCancelPolicy(true);
  }

  /** Nanoseconds since the run began. */
  long now() {
    return System.nanoTime() - origin;
  }

  /** The sessions that are open. */
  int open() {
    return seats.size();
  }

  /** Opens everything when it is due. */
  void gather(Pressure pressure) {
    for (int number = 0; number < pressure.last(); number++) {
      dialAt(number, pressure.due(number).toNanos());
    }
  }

  /** Does this then, or a little later. */
  void at(long moment, Runnable work) {
    if (!timers.isShutdown()) {
      var unused = timers.schedule(work, Math.max(0, moment - now()), TimeUnit.NANOSECONDS);
    }
  }

  private void dialAt(int number, long due) {
    at(due, () -> dial(number, due));
  }

  private void dial(int number, long due) {
    if (closing) {
      return;
    }
    Seat seat = new Seat(this, tallies, mouth -> casting.talker(number, due, mouth));
    try {
      CoreClientUpgradeRequest request =
          CoreClientUpgradeRequest.from(client, Dialling.withoutFragment(target.url()), seat);
      target
          .key()
          .ifPresent(key -> request.headers(all -> all.put("Authorization", "Bearer " + key)));
      request.setConfiguration(Dialling.wholeFrames());
      seat.whenOver(failed -> again(number, failed));
      var unused =
          client.connect(request).whenComplete((session, failure) -> connected(number, failure));
    } catch (IOException | RuntimeException broken) {
      connected(number, broken);
    }
  }

  private void connected(int number, @Nullable Throwable failure) {
    if (failure != null && !closing) {
      tallies.now().error(reason(failure));
      again(number, true);
    }
  }

  private void again(int number, boolean failed) {
    if (!closing) {
      dialAt(number, now() + (failed ? BREATH.toNanos() : 0));
    }
  }

  void joined(Seat seat) {
    seats.add(seat);
    tallies.now().sessions(seats.size());
  }

  void left(Seat seat) {
    seats.remove(seat);
  }

  boolean closing() {
    return closing;
  }

  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UpgradeException refused && refused.getResponseStatusCode() > 0) {
        return "HTTP %d".formatted(refused.getResponseStatusCode());
      } else if (cause instanceof ConnectException) {
        return "nothing listens there";
      } else if (cause instanceof UnknownHostException) {
        return "no such host";
      } else if (cause instanceof SSLException) {
        return "TLS failed";
      } else if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
        return "no connection in time";
      }
    }
    return "connecting failed: " + failure.getClass().getSimpleName();
  }

  /** Hangs up for all, and lets go of threads and sockets. */
  @Override
  public void close() {
    closing = true;
    seats.forEach(Seat::hangUp);
    timers.shutdown();
    LifeCycle.stop(client);
  }
}
