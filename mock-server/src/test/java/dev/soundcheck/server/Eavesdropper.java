package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A client that takes down every message as it comes: its text, whatever it is, and its frames. It
 * shares nothing with the server: the JDK's own WebSocket.
 */
final class Eavesdropper implements WebSocket.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String FENCE = "input_audio_buffer.cleared";

  /**
   * A message, or the end of the connection.
   *
   * @param code of the end; 0 for a message
   */
  record Heard(String text, int frames, int code) {
    JsonNode json() {
      try {
        return JsonMapper.shared().readTree(text);
      } catch (JacksonException broken) {
        return MissingNode.getInstance();
      }
    }

    String type() {
      return json().path("type").asString("");
    }
  }

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private int frames;

  /** Connects; what the server answers instead of the upgrade is thrown. */
  Eavesdropper(URI uri) {
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer some-key")
            .buildAsync(uri, this)
            .join();
  }

  /** A typed turn. */
  Eavesdropper types(String words) {
    return says("""
            {"type":"conversation.item.create","item":{"type":"message","role":"user",
             "content":[{"type":"input_text","text":"%s"}]}}"""
            .formatted(words))
        .says("{\"type\":\"response.create\"}");
  }

  Eavesdropper says(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /** All that comes up to the answer to a question that is asked now, without that answer. */
  List<Heard> hearsAll() {
    says("{\"type\":\"input_audio_buffer.clear\"}");
    List<Heard> all = new ArrayList<>();
    for (Heard next = next(); !next.type().equals(FENCE); next = next()) {
      all.add(next);
      assertThat(next.code()).as("the end of the connection, after %s", all).isZero();
    }
    return all;
  }

  /** All that comes up to the end of the connection, which stands last. */
  List<Heard> hearsTheEnd() {
    List<Heard> all = new ArrayList<>();
    do {
      all.add(next());
    } while (all.get(all.size() - 1).code() == 0);
    return all;
  }

  /** The next message, or the end. */
  Heard next() {
    try {
      Heard next = heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return assertThat(next).as("something within " + PATIENCE).isNotNull().actual();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** What has come by now. */
  List<Heard> heardSoFar() {
    List<Heard> all = new ArrayList<>();
    heard.drainTo(all);
    return all;
  }

  boolean heardNothing() {
    return heard.isEmpty();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    frames++;
    if (last) {
      heard.add(new Heard(part.toString(), frames, 0));
      part.setLength(0);
      frames = 0;
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    heard.add(new Heard(reason, 0, code));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    heard.add(new Heard(String.valueOf(cause), 0, 1006));
  }
}
