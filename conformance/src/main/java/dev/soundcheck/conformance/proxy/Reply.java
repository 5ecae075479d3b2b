package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a client is answered over HTTP: the upstream's words, or ours when it has none. */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
record Reply(int status, HttpFields headers, byte[] body) {
  private static final int SHOWN = 2_000;

  /** Our own words, in the shape that the vendor's REST endpoints have (live-behaviour.md §5.4). */
  static Reply trouble(int status, String code, String error) {
    byte[] body =
        Json.mapper()
            .writeValueAsBytes(
                Json.mapper().createObjectNode().put("code", code).put("error", error));
    return new Reply(
        status, HttpFields.build().add(HttpHeader.CONTENT_TYPE, "application/json"), body);
  }

  void send(Response response, Callback callback) {
    response.setStatus(status);
    headers.forEach(response.getHeaders()::add);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** As it came over the wire, for people and for a trace; cookies are no one's business. */
  String transcript() {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + "\n");
    for (HttpField field : headers) {
      boolean cookie = field.getName().toLowerCase(Locale.ROOT).equals("set-cookie");
      text.append(field.getName())
          .append(": ")
          .append(cookie ? "[redacted]" : field.getValue())
          .append('\n');
    }
    return text.append('\n').append(words()).toString();
  }

  /** The beginning of the body. */
  String words() {
    String all = new String(body, StandardCharsets.UTF_8).strip();
    return all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all;
  }
}
