package dev.soundcheck.conformance.proxy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A client that shares nothing with the proxy: the JDK's own WebSocket. It keeps what it hears. */
final class Guest implements WebSocket.Listener {
  /** A text, and when it came, in nanoseconds. */
  record Heard(long at, String text) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> farewell = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  Guest(URI uri, String... subprotocols) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    builder.header("Authorization", "Bearer some-key");
    if (subprotocols.length > 0) {
      List<String> rest = List.of(subprotocols).subList(1, subprotocols.length);
      builder.subprotocols(subprotocols[0], rest.toArray(String[]::new));
    }
    this.socket = soon(builder.buildAsync(uri, this));
  }

  String subprotocol() {
    return socket.getSubprotocol();
  }

  List<Heard> heard() {
    return heard;
  }

  List<String> texts() {
    return heard.stream().map(Heard::text).toList();
  }

  Guest says(String text) {
    soon(socket.sendText(text, true));
    return this;
  }

  /** A typed turn. */
  Guest asks(String words) {
    says(
        "{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"%s\"}]}}"
            .formatted(words));
    return says("{\"type\":\"response.create\"}");
  }

  int hangsUp() {
    soon(socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye"));
    return soon(farewell);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      heard.add(new Heard(System.nanoTime(), part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    farewell.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    farewell.complete(1006);
  }

  private static <T> T soon(CompletableFuture<T> result) {
    try {
      return result.get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError(failed);
    }
  }
}
