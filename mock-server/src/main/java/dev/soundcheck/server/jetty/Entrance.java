package dev.soundcheck.server.jetty;

import dev.soundcheck.server.api.Admission;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.Front;
import dev.soundcheck.server.api.RefusedException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every request comes here: those for a socket become connections, all others are answered. */
final class Entrance extends Handler.Abstract {
  private final Sockets sockets;
  private final Supplier<Front> front;
  private final BiFunction<Admission, Line, Connection> connections;
  private final Handshakes handshakes;
  private final Doorkeeper keeper;
  private volatile boolean closed;

  /**
   * An entrance.
   *
   * @param front may block until the server is ready
   */
  Entrance(
      Sockets sockets,
      Supplier<Front> front,
      BiFunction<Admission, Line, Connection> connections,
      Handshakes handshakes,
      Doorkeeper keeper) {
    super(InvocationType.BLOCKING);
    this.sockets = sockets;
    this.front = front;
    this.connections = connections;
    this.handshakes = handshakes;
    this.keeper = keeper;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Request.addCompletionListener(request, failure -> handshakes.answered(request));
    ApiRequest asked = Exchange.asked(request);
    if (asked.asksForSocket()) {
      handshakes.came(request);
      openSocket(asked, request, response, callback);
    } else {
      new Body(request)
          .whenRead(
              body -> answer(asked.with(body), request, response, callback),
              refusal -> Exchange.reply(refusal, request, response, callback));
    }
    return true;
  }

  private void answer(ApiRequest asked, Request request, Response response, Callback callback) {
    handshakes.came(request);
    try {
      Exchange.reply(front.get().answer(asked), request, response, callback);
    } catch (RuntimeException failure) {
      Response.writeError(request, response, callback, failure);
    }
  }

  /** Opens no socket any more. */
  void close() {
    closed = true;
  }

  private void openSocket(ApiRequest asked, Request request, Response response, Callback callback) {
    Optional<ApiReply> mistake = closed ? Optional.of(leaving()) : Upgrade.mistake(asked);
    if (mistake.isPresent()) {
      Exchange.reply(mistake.get(), request, response, callback);
      return;
    }
    try {
      Admission admission = front.get().admit(asked);
      upgrade(admission, request, response, callback);
    } catch (RefusedException refused) {
      Exchange.reply(refused.reply(), request, response, callback);
    }
  }

  /** A balancer keeps connections, and asks another server for the same. */
  private static ApiReply leaving() {
    return ApiReply.refusal(
            503, "unavailable", "This server is about to stop and lets nobody in. Connect again.")
        .with("Connection", "close")
        .with("Retry-After", "1");
  }

  private void upgrade(Admission admission, Request request, Response response, Callback callback) {
    EndPoint end = Line.bottom(request.getConnectionMetaData().getConnection().getEndPoint());
    if (!keeper.lets(end)) {
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
      Exchange.reply(
          keeper.refusal(), request, response, Callback.from(callback, (Runnable) end::close));
      return;
    }
    Line line = new Line(end);
    boolean upgraded =
        sockets.upgrade(
            () -> connections.apply(admission, line),
            admission.subprotocol(),
            request,
            response,
            callback);
    if (!upgraded) {
      ApiReply reply =
          ApiReply.refusal(
              400,
              "bad-upgrade",
              "The WebSocket handshake is not complete (RFC 6455 section 4.1).");
      Exchange.reply(reply, request, response, callback);
    }
  }
}
