package dev.soundcheck.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that shares nothing with the server: the JDK's own WebSocket. It keeps what it hears.
 */
public final class Caller implements WebSocket.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The end of a connection as the client saw it. */
  public record Farewell(int code, String reason) {}

  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Farewell> farewell = new CompletableFuture<>();
  private final CompletableFuture<ByteBuffer> pong = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  private Caller(WebSocket.Builder builder, URI uri) throws ExecutionException {
    this.socket = soon(builder.buildAsync(uri, this));
  }

  /** Connects with a key. */
  public static Caller to(URI uri) throws ExecutionException {
    return to(uri, Map.of("Authorization", "Bearer some-key"));
  }

  public static Caller to(URI uri, Map<String, String> headers, String... subprotocols)
      throws ExecutionException {
    return with(HttpClient.newHttpClient(), uri, headers, subprotocols);
  }

  public static Caller with(
      HttpClient http, URI uri, Map<String, String> headers, String... subprotocols)
      throws ExecutionException {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    headers.forEach(builder::header);
    if (subprotocols.length > 0) {
      List<String> rest = List.of(subprotocols).subList(1, subprotocols.length);
      builder.subprotocols(subprotocols[0], rest.toArray(String[]::new));
    }
    return new Caller(builder, uri);
  }

  /** The subprotocol that was answered; empty for none. */
  public String subprotocol() {
    return socket.getSubprotocol();
  }

  /** Sends text as it is, whatever it is. */
  public Caller says(String text) throws ExecutionException {
    soon(socket.sendText(text, true));
    return this;
  }

  /** Sends one message in two frames. */
  public Caller says(String part, String rest) throws ExecutionException {
    soon(socket.sendText(part, false));
    soon(socket.sendText(rest, true));
    return this;
  }

  /** Sends a ping of the WebSocket itself, and waits for its pong. */
  public Caller pings() throws ExecutionException {
    soon(socket.sendPing(ByteBuffer.allocate(1)));
    soon(pong);
    return this;
  }

  public Caller sends(byte[] bytes) throws ExecutionException {
    soon(socket.sendBinary(ByteBuffer.wrap(bytes), true));
    return this;
  }

  /** Sends without waiting for it to leave. */
  public void startsSaying(String text) {
    CompletableFuture<WebSocket> unused = socket.sendText(text, true);
  }

  /** The next event. */
  public JsonNode hears() {
    try {
      JsonNode next = heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new AssertionError("nothing was heard for " + PATIENCE);
      }
      return next;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** The next event of this type; others before it are passed over. */
  public JsonNode hears(String type) {
    JsonNode next = hears();
    while (!next.path("type").asString("").equals(type)) {
      next = hears();
    }
    return next;
  }

  /** What was heard and not asked for yet. */
  public List<JsonNode> rest() {
    List<JsonNode> rest = new ArrayList<>();
    heard.drainTo(rest);
    return rest;
  }

  /** Closes as a well-behaved client does, and waits for the answer. */
  public Farewell hangsUp() throws ExecutionException {
    soon(socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye"));
    return farewell();
  }

  /** Is gone without a word. */
  public void vanishes() {
    socket.abort();
  }

  /** How the connection ended. */
  public Farewell farewell() throws ExecutionException {
    return soon(farewell);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      heard.add(JsonMapper.shared().readTree(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    pong.complete(message);
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    farewell.complete(new Farewell(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    farewell.complete(new Farewell(1006, String.valueOf(error.getMessage())));
  }

  private static <T> T soon(CompletableFuture<T> result) throws ExecutionException {
    try {
      return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | TimeoutException late) {
      throw new AssertionError("not within " + PATIENCE, late);
    }
  }
}
