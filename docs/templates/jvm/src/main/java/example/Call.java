package example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A conversation by voice: its user speaks or types, the service answers aloud, and get_weather is
 * looked up.
 */
public final class Call implements WebSocket.Listener, AutoCloseable {
  /** Samples a second, of 16 bits, in both directions. */
  public static final int RATE = 24_000;

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SESSION =
      """
      {"instructions": "You tell people the weather, in one or two sentences.",
       "turn_detection": {"type": "server_vad"},
       "tools": [{"type": "function", "name": "get_weather",
         "description": "The weather in a city now.",
         "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}]}
      """;

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<JsonNode> requested = new ArrayList<>(); // calls of the answer that runs
  private final List<String> words = new ArrayList<>(); // what was said in it
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final Speaker speaker;
  private final UnaryOperator<String> weatherOf;
  private final WebSocket socket;

  public Call(URI service, String key, Speaker speaker, UnaryOperator<String> weatherOf) {
    this.speaker = speaker;
    this.weatherOf = weatherOf;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + key)
            .buildAsync(service, this)
            .join();
    send("session.update", Map.of("session", JSON.readTree(SESSION)));
  }

  /** Lets the assistant speak first. */
  public void greet() {
    send("response.create", Map.of());
  }

  public void type(String question) {
    var part = Map.of("type", "input_text", "text", question);
    create(Map.of("type", "message", "role", "user", "content", List.of(part)));
    send("response.create", Map.of());
  }

  /** Takes a piece of what the microphone took: 16 bits, little-endian, mono, at {@link #RATE}. */
  public void hear(byte[] sound) {
    String audio = Base64.getEncoder().encodeToString(sound);
    send("input_audio_buffer.append", Map.of("audio", audio));
  }

  /** The words of the next answer that was spoken to its end; "(nothing)" after 20 s. */
  public String answer() throws InterruptedException {
    String next = answers.poll(20, TimeUnit.SECONDS);
    return next == null ? "(nothing)" : next;
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    closed.completeOnTimeout(null, 5, TimeUnit.SECONDS).join(); // until the service hung up, too
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(null);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable broken) {
    closed.complete(null);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      see(JSON.readTree(text.toString()));
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void see(JsonNode event) {
    switch (event.path("type").asString()) {
      case "response.output_audio.delta" ->
          speaker.play(Base64.getDecoder().decode(event.path("delta").asString()));
      case "response.output_audio_transcript.done" ->
          words.add(event.path("transcript").asString());
      case "response.function_call_arguments.done" -> requested.add(event);
      case "input_audio_buffer.speech_started" -> interrupted();
      case "response.done" -> finished();
      case "error" -> System.err.println("error: " + event.path("error"));
      default -> {}
    }
  }

  /** The user speaks over the assistant: nothing more of that answer is heard. */
  private void interrupted() {
    speaker.stop();
    words.clear();
  }

  /** All calls of an answer get their results before the next answer is asked for. */
  private void finished() {
    if (!requested.isEmpty()) {
      requested.forEach(this::answerCall);
      requested.clear();
      send("response.create", Map.of());
    } else if (!words.isEmpty()) {
      answers.add(String.join(" ", words));
      words.clear();
    }
  }

  private void answerCall(JsonNode call) {
    String callId = call.path("call_id").asString();
    create(Map.of("type", "function_call_output", "call_id", callId, "output", result(call)));
  }

  private String result(JsonNode call) {
    if (!call.path("name").asString().equals("get_weather")) {
      return "failed: there is no tool " + call.path("name");
    }
    JsonNode arguments = JSON.readTree(call.path("arguments").asString());
    return weatherOf.apply(arguments.path("city").asString());
  }

  private void create(Map<String, ?> item) {
    send("conversation.item.create", Map.of("item", item));
  }

  private void send(String type, Map<String, ?> members) {
    var event = JSON.createObjectNode().put("type", type);
    members.forEach((name, value) -> event.set(name, JSON.valueToTree(value)));
    socket.sendText(event.toString(), true).join();
  }
}
