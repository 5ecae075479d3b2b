package dev.soundcheck.conformance.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * Every request comes here and goes on to the upstream; a client that wants a WebSocket has it when
 * the upstream has given one.
 */
final class Entrance extends Handler.Abstract {
  private final ServerWebSocketContainer sockets;
  private final ProxyOptions options;
  private final Dialing dialing;
  private final Recordings recordings;
  private final Set<Crossing> present;
  private final Trouble trouble;

  /**
   * An entrance.
   *
   * @param present crossings stand in there while they are open
   */
  Entrance(
      ServerWebSocketContainer sockets,
      ProxyOptions options,
      Dialing dialing,
      Recordings recordings,
      Set<Crossing> present) {
    super(InvocationType.BLOCKING);
    this.sockets = sockets;
    this.options = options;
    this.dialing = dialing;
    this.recordings = recordings;
    this.present = present;
    this.trouble = new Trouble(options.upstream().url(), options.limits().patience());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    try {
      if (request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
        cross(request, response, callback);
      } else {
        forward(request).send(response, callback);
      }
    } catch (URISyntaxException unreadable) {
      Reply.trouble(400, "bad-request", "The address cannot be read: " + unreadable.getMessage())
          .send(response, callback);
    } catch (UncheckedIOException unwritable) {
      Reply.trouble(502, "recording-failed", unwritable.getMessage() + ".")
          .send(response, callback);
    }
    return true;
  }

  private void cross(Request request, Response response, Callback callback)
      throws URISyntaxException {
    URI target = options.upstream().socket(request.getHttpURI().getPathQuery());
    Recording recording = recordings.begin(target, ShownKeys.in(request.getHeaders()));
    Crossing crossing = new Crossing(recording);
    try {
      Reply reply = dialing.socket(target, asked(request), crossing.server());
      if (reply.status() == 101) {
        upgrade(crossing, reply.headers(), request, response, callback);
      } else {
        recording.refused(reply);
        new Reply(reply.status(), PassedHeaders.answered(reply.headers()), reply.body())
            .send(response, callback);
      }
    } catch (ExecutionException unanswered) {
      Reply reply = trouble.reply(unanswered);
      recording.unanswered(reply);
      reply.send(response, callback);
    }
  }

  private void upgrade(
      Crossing crossing,
      HttpFields headers,
      Request request,
      Response response,
      Callback callback) {
    Callback done =
        Callback.from(callback::succeeded, failure -> lost(crossing, callback, failure));
    boolean upgraded =
        sockets.upgrade(
            (asked, answer, unused) -> accept(crossing, headers, answer), request, response, done);
    if (!upgraded) {
      crossing.abandoned();
      Reply.trouble(
              400, "bad-upgrade", "The WebSocket handshake is not complete (RFC 6455 section 4.1).")
          .send(response, callback);
      return;
    }
    present.add(crossing);
    CompletableFuture<Void> unused = crossing.ended().thenRun(() -> present.remove(crossing));
    CompletableFuture<Void> unusedToo = crossing.client().open().thenRun(crossing::begin);
  }

  private static void lost(Crossing crossing, Callback callback, Throwable failure) {
    crossing.abandoned();
    callback.failed(failure);
  }

  /** The subprotocol is the one that the upstream chose; compression is never agreed on. */
  private static Leg accept(Crossing crossing, HttpFields headers, ServerUpgradeResponse answer) {
    answer.setExtensions(List.of());
    String chosen = headers.get(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL);
    if (chosen != null) {
      answer.setAcceptedSubProtocol(chosen);
    }
    for (HttpField field : PassedHeaders.accepted(headers)) {
      answer.getHeaders().add(field);
    }
    return crossing.client();
  }

  private Reply forward(Request request) throws IOException, URISyntaxException {
    String path = Request.getPathInContext(request);
    URI target = options.upstream().http(request.getHttpURI().getPathQuery());
    Reply reply = forward(request, target);
    recordings.forwarded(request.getMethod(), path, reply.status());
    return new Reply(reply.status(), PassedHeaders.answered(reply.headers()), reply.body());
  }

  private Reply forward(Request request, URI target) throws IOException {
    int limit = options.limits().message();
    try (InputStream content = Content.Source.asInputStream(request)) {
      byte[] body = content.readNBytes(limit);
      return content.read() >= 0
          ? Reply.trouble(413, "too-large", "A request of more than %d bytes.".formatted(limit))
          : dialing.request(request.getMethod(), target, asked(request), body);
    } catch (ExecutionException unanswered) {
      return trouble.reply(unanswered);
    }
  }

  private HttpFields asked(Request request) {
    HttpFields.Mutable headers = HttpFields.build(PassedHeaders.asked(request.getHeaders()));
    options
        .upstream()
        .key()
        .ifPresent(key -> headers.put(HttpHeader.AUTHORIZATION, "Bearer " + key));
    return headers;
  }
}
