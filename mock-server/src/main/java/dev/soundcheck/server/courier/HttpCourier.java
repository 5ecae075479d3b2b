package dev.soundcheck.server.courier;

import dev.soundcheck.server.api.Courier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Posts over HTTP/1.1, once, and waits no longer than ten seconds for an answer. */
public final class HttpCourier implements Courier {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .build();

  @Override
  public CompletableFuture<Integer> post(URI to, Map<String, String> headers, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(to).timeout(ANSWERING);
    headers.forEach(request::header);
    return client
        .sendAsync(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }
}
