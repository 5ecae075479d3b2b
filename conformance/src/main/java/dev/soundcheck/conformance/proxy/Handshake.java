package dev.soundcheck.conformance.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.websocket.client.JettyUpgradeListener;

/** One upgrade asked of the upstream: carries the client's headers there, and keeps the answer. */
final class Handshake implements JettyUpgradeListener {
  private final HttpFields asked;
  private final int limit;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private Optional<Response> response = Optional.empty();

  /**
   * A handshake.
   *
   * @param asked headers to send
   * @param limit bytes of the answer's body that are kept
   */
  Handshake(HttpFields asked, int limit) {
    this.asked = asked;
    this.limit = limit;
  }

  /** Jetty has put its own headers there; those that no client asked for are taken out. */
  @Override
  public void onHandshakeRequest(Request request) {
    request.headers(
        headers -> {
          headers.remove(HttpHeader.PRAGMA).remove(HttpHeader.CACHE_CONTROL);
          for (HttpField field : asked) {
            headers.add(field);
          }
        });
    request.onResponseContent((from, content) -> keep(content));
  }

  /** Jetty calls this without an answer too, when there is none. */
  @Override
  public synchronized void onHandshakeResponse(Request request, Response from) {
    response = Optional.of(from).filter(it -> it.getStatus() > 0);
  }

  private synchronized void keep(ByteBuffer content) {
    byte[] bytes = new byte[Math.min(content.remaining(), limit - body.size())];
    content.get(bytes);
    body.writeBytes(bytes);
  }

  /** What the upstream answered, if it did. */
  synchronized Optional<Reply> reply() {
    return response.map(it -> new Reply(it.getStatus(), it.getHeaders(), body.toByteArray()));
  }
}
