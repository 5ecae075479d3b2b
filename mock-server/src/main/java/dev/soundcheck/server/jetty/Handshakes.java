package dev.soundcheck.server.jetty;

import dev.soundcheck.server.time.Alarm;
import dev.soundcheck.server.time.Timepiece;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Cuts connections on which no request comes, or only slowly: those who dial have so long for their
 * first request, and for each one after an answer. A request that has begun is answered with 408
 * (RFC 9110 §15.5.9).
 */
final class Handshakes implements Connection.Listener {
  private static final String BODY =
      "{\"code\":\"timeout\",\"error\":\"The request did not come within %d ms.\"}";

  private static final String ANSWER =
      """
      HTTP/1.1 408 Request Timeout
      Connection: close
      Content-Type: application/json
      Content-Length: %d

      %s""";

  private final Executor pool;
  private final Timepiece time;
  private final Optional<Duration> limit;
  private final Map<EndPoint, Wait> waits = new ConcurrentHashMap<>();

  /**
   * Nobody is waited for yet.
   *
   * @param pool cuts connections
   * @param limit empty for ever
   */
  Handshakes(Executor pool, Timepiece time, Optional<Duration> limit) {
    this.pool = pool;
    this.time = time;
    this.limit = limit;
  }

  /** A request that is waited for on one connection. */
  private final class Wait {
    private final Connection connection;
    private final Alarm alarm = time.alarm(() -> pool.execute(this::cut));
    private volatile long before;

    Wait(Connection connection) {
      this.connection = connection;
    }

    void begin() {
      before = connection.getBytesIn();
      alarm.set(limit.map(time.now()::plus));
    }

    void end() {
      alarm.set(Optional.empty());
    }

    private void cut() {
      EndPoint end = connection.getEndPoint();
      if (connection instanceof ConnectionMetaData && connection.getBytesIn() > before) {
        end.write(Callback.from(end::close), ByteBuffer.wrap(answer()));
      } else {
        end.close();
      }
    }

    private byte[] answer() {
      String body = BODY.formatted(limit.orElse(Duration.ZERO).toMillis());
      return ANSWER
          .formatted(body.length(), body)
          .replace("\n", "\r\n")
          .getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Over TLS both layers are opened; the upper one can be answered on. */
  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData || connection instanceof SslConnection) {
      Wait wait = new Wait(connection);
      Wait before = waits.put(Line.bottom(connection.getEndPoint()), wait);
      if (before != null) {
        before.end();
      }
      wait.begin();
    }
  }

  /** A connection that becomes a WebSocket is closed as one of HTTP. */
  @Override
  public void onClosed(Connection connection) {
    Wait gone = waits.remove(Line.bottom(connection.getEndPoint()));
    if (gone != null) {
      gone.end();
    }
  }

  /** All of a request is there. */
  void came(Request request) {
    Optional.ofNullable(waits.get(end(request))).ifPresent(Wait::end);
  }

  /** A request was answered; the next is waited for. */
  void answered(Request request) {
    waits.computeIfPresent(
        end(request),
        (same, wait) -> {
          wait.begin();
          return wait;
        });
  }

  private static EndPoint end(Request request) {
    return Line.bottom(request.getConnectionMetaData().getConnection().getEndPoint());
  }
}
