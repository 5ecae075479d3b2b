package dev.soundcheck.conformance.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as a program, written by somebody who has read docs/conformance.md: it types its turns,
 * and gives its tools' results back. Its first word says what is wrong with it.
 */
public final class LittleClient implements WebSocket.Listener {
  /** What can be wrong with it. */
  public enum Mode {
    GOOD,
    ANSWERS_ONE_OF_TWO,
    HANGS,
    LEAVES_CHILDREN,
    EXITS_WITH_3,
    /** Nothing is wrong: it leaves after the last answer. */
    LEAVES,
    /** The same, and it did not like what it heard. */
    LEAVES_WITH_4
  }

  private static final JsonMapper JSON = new JsonMapper();

  private final Mode mode;
  private final Deque<String> turns;
  private final List<JsonNode> calls = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final CountDownLatch closed = new CountDownLatch(1);

  private LittleClient(Mode mode, Deque<String> turns) {
    this.mode = mode;
    this.turns = turns;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, GeneralSecurityException {
    Mode mode = Mode.valueOf(args[0]);
    if (mode == Mode.EXITS_WITH_3) {
      System.err.println("I do not feel like it.");
      System.exit(3);
    }
    if (mode == Mode.LEAVES_CHILDREN) {
      new ProcessBuilder("sh", "-c", "sleep 1000 & sleep 1000 &").start();
    }
    String said = Objects.requireNonNullElse(System.getenv("SOUNDCHECK_TURNS"), "");
    LittleClient client = new LittleClient(mode, new ArrayDeque<>(List.of(said.split("\n"))));
    http().newWebSocketBuilder().buildAsync(URI.create(args[1]), client).join();
    System.out.println("connected");
    client.closed.await();
    System.out.println("done");
    System.exit(mode == Mode.LEAVES_WITH_4 ? 4 : 0);
  }

  /** Trusts what SOUNDCHECK_CA names, if it names something. */
  private static HttpClient http() throws IOException, GeneralSecurityException {
    String authority = Objects.requireNonNullElse(System.getenv("SOUNDCHECK_CA"), "");
    if (authority.isEmpty()) {
      return HttpClient.newHttpClient();
    }
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream pem = Files.newInputStream(Path.of(authority))) {
      trusted.setCertificateEntry(
          "mock", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(tls).build();
  }

  @Override
  public void onOpen(WebSocket socket) {
    if (mode != Mode.HANGS) {
      send(
          socket,
          """
          {"type": "session.update", "session": {"turn_detection": {"type": "server_vad"}, "tools": [
            {"type": "function", "name": "get_weather", "description": "The weather in a city.",
             "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
            {"type": "function", "name": "get_time", "description": "The time in a city.",
             "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}]}}
          """);
    }
    socket.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      see(socket, JSON.readTree(text.toString()));
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void see(WebSocket socket, JsonNode event) {
    switch (event.path("type").asString("")) {
      case "session.updated" -> type(socket);
      case "response.function_call_arguments.done" -> calls.add(event);
      case "response.done" -> goOn(socket);
      default -> {}
    }
  }

  private void goOn(WebSocket socket) {
    if (calls.isEmpty()) {
      type(socket);
      return;
    }
    int answered = mode == Mode.ANSWERS_ONE_OF_TWO ? 1 : calls.size();
    for (JsonNode call : calls.subList(0, answered)) {
      boolean weather = call.path("name").asString("").equals("get_weather");
      send(
          socket,
          """
          {"type": "conversation.item.create", "item": {"type": "function_call_output",
           "call_id": "%s", "output": "%s"}}
          """
              .formatted(call.path("call_id").asString(""), weather ? "foggy" : "noon"));
    }
    calls.clear();
    send(socket, "{\"type\": \"response.create\"}");
  }

  private void type(WebSocket socket) {
    String words = turns.poll();
    if (words != null) {
      send(
          socket,
          """
          {"type": "conversation.item.create", "item": {"type": "message", "role": "user",
           "content": [{"type": "input_text", "text": %s}]}}
          """
              .formatted(JSON.writeValueAsString(words)));
      send(socket, "{\"type\": \"response.create\"}");
    } else if (mode == Mode.LEAVES || mode == Mode.LEAVES_WITH_4) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
      closed.countDown();
    }
  }

  private static void send(WebSocket socket, String event) {
    socket.sendText(event, true).join();
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.countDown();
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.countDown();
  }
}
