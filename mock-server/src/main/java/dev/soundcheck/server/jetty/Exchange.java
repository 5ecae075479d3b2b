package dev.soundcheck.server.jetty;

import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Requests and replies between Jetty's words and those of the api. */
final class Exchange {
  /**
   * What a browser must not do with an answer: guess another type, show it in a page, run or keep
   * it.
   */
  private static final Map<String, String> FOR_BROWSERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer");

  private Exchange() {}

  /** The request without its body. */
  static ApiRequest asked(Request request) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValues());
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.computeIfAbsent(field.getName(), name -> request.getHeaders().getValuesList(name));
    }
    return new ApiRequest(
        request.getMethod(),
        Request.getPathInContext(request),
        query,
        headers,
        "",
        isLocal(request));
  }

  private static boolean isLocal(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress peer
        && peer.getAddress().isLoopbackAddress();
  }

  static void reply(ApiReply reply, Request request, Response response, Callback callback) {
    response.setStatus(reply.status());
    FOR_BROWSERS.forEach(response.getHeaders()::put);
    reply.headers().forEach(response.getHeaders()::put);
    if (reply.feed().isPresent()) {
      FeedWriter.start(reply.feed().get(), request, response, callback);
      return;
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
