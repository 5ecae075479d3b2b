package dev.soundcheck.conformance.docs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A voice app as a stranger might write it: asks one thing, runs its tool, and tells the answer.
 */
public final class WeatherApp implements WebSocket.Listener {
  private static final JsonMapper JSON = new JsonMapper();

  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final WebSocket socket;
  private boolean toolRun;
  private String transcript = "";

  public WeatherApp(URI service) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(service, this).join();
  }

  /** Types the question; the words of the answer that comes after the tool was run. */
  public String ask(String question) {
    send(
        """
        {"type": "session.update", "session": {"turn_detection": {"type": "server_vad"},
         "tools": [{"type": "function", "name": "get_weather", "parameters": {"type": "object"}}]}}
        """);
    send(
        """
        {"type": "conversation.item.create", "item": {"type": "message", "role": "user",
         "content": [{"type": "input_text", "text": "%s"}]}}
        """
            .formatted(question));
    send("{\"type\": \"response.create\"}");
    String words = answer.orTimeout(20, TimeUnit.SECONDS).join();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    return words;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      see(JSON.readTree(text.toString()));
      text.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void see(JsonNode event) {
    switch (event.path("type").asString()) {
      case "response.function_call_arguments.done" -> runTool(event.path("call_id").asString());
      case "response.output_audio_transcript.done" ->
          transcript = event.path("transcript").asString();
      case "response.done" -> finish();
      default -> {}
    }
  }

  private void runTool(String callId) {
    toolRun = true;
    transcript = "";
    send(
        """
        {"type": "conversation.item.create", "item": {"type": "function_call_output",
         "call_id": "%s", "output": "foggy, 12 degrees"}}
        """
            .formatted(callId));
  }

  /** The first response ends with the call; its result brings the second. */
  private void finish() {
    if (!transcript.isEmpty()) {
      answer.complete(transcript);
    } else if (toolRun) {
      send("{\"type\": \"response.create\"}");
    }
  }

  private void send(String event) {
    socket.sendText(event, true).join();
  }
}
