package example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small voice app: asks the service something, and looks the weather up when it is told to. */
public final class WeatherApp implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;
  private boolean toolRun;
  private String transcript = "";

  public WeatherApp(URI service) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(service, this).join();
    send(
        """
        {"type": "session.update", "session": {"turn_detection": {"type": "server_vad"},
         "tools": [{"type": "function", "name": "get_weather", "parameters": {"type": "object"}}]}}
        """);
  }

  /** Types a question; {@link #answer} has what comes of it. */
  public void ask(String question) {
    send(
        """
        {"type": "conversation.item.create", "item": {"type": "message", "role": "user",
         "content": [{"type": "input_text", "text": "%s"}]}}
        """
            .formatted(question));
    send("{\"type\": \"response.create\"}");
  }

  /** The words of the next whole answer. */
  public String answer() throws InterruptedException {
    String words = answers.poll(20, TimeUnit.SECONDS);
    return words == null ? "(nothing)" : words;
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
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
      case "response.function_call_arguments.done" -> runTool(event.path("call_id").asString());
      case "response.output_audio_transcript.done" ->
          transcript = event.path("transcript").asString();
      case "response.done" -> finish();
      default -> {}
    }
  }

  private void runTool(String callId) {
    toolRun = true;
    send(
        """
        {"type": "conversation.item.create", "item": {"type": "function_call_output",
         "call_id": "%s", "output": "foggy, 12 degrees"}}
        """
            .formatted(callId));
  }

  /** A response with a call is no answer yet; the call's result brings one. */
  private void finish() {
    if (toolRun) {
      toolRun = false;
      send("{\"type\": \"response.create\"}");
    } else {
      answers.add(transcript);
    }
  }

  private void send(String event) {
    socket.sendText(event, true).join();
  }
}
