package dev.soundcheck.server.courier;

import dev.soundcheck.server.api.Courier;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

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
        .thenApply(HttpResponse::statusCode)
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(new IOException(why(failure), failure)));
  }

  /** What went wrong, for people; the library tells it by the names of its classes. */
  static String why(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    if (any(causes, UnresolvedAddressException.class)) {
      return "there is no such host";
    }
    if (any(causes, HttpTimeoutException.class)) {
      return "no answer in time";
    }
    if (any(causes, ConnectException.class)) {
      return "nothing listens there";
    }
    String last = causes.get(causes.size() - 1).getMessage();
    return any(causes, SSLException.class)
        ? "TLS failed (%s)".formatted(last)
        : "the connection broke (%s)".formatted(last);
  }

  private static boolean any(List<Throwable> causes, Class<? extends Throwable> kind) {
    return causes.stream().anyMatch(kind::isInstance);
  }
}
