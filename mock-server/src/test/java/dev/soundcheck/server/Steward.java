package dev.soundcheck.server;

import dev.soundcheck.schemas.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Uses the control API of a server, with the JDK's own client. */
final class Steward {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final List<String> headers = new ArrayList<>();

  Steward(MockVoiceServer server, String... headers) {
    base = server.httpUri();
    this.headers.addAll(List.of(headers));
  }

  /** An answer, whatever it is. */
  record Answer(int status, String text) {
    JsonNode json() {
      return Json.mapper().readTree(text);
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return ask("GET", path, "");
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return ask("POST", path, body);
  }

  Answer ask(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    request.method(method, HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  /** Lines of a stream as they come. */
  Stream stream(String path) {
    Stream stream = new Stream(new LinkedBlockingQueue<>());
    CompletableFuture<Void> unused =
        http.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofLines())
            .thenAcceptAsync(response -> response.body().forEach(stream.lines::add));
    return stream;
  }

  /** A stream that is read while it comes. */
  record Stream(BlockingQueue<String> lines) {
    /** The next line with this in it; others before it are passed over. */
    String next(String part) throws InterruptedException {
      String line = "";
      while (!line.contains(part)) {
        String next = lines.poll(10, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError("no line with " + part);
        }
        line = next;
      }
      return line;
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/soundcheck/" + path));
    return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
  }
}
