package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client that never rests: it streams sound in real time, and asks for a story again when it has
 * had one. It notes all that it hears, with the time.
 */
final class BusyGuest implements WebSocket.Listener {
  private static final String SILENCE = Base64.getEncoder().encodeToString(new byte[4_800]);

  private static final String ASK =
      "{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"message\",\"role\":\"user\","
          + "\"content\":[{\"type\":\"input_text\",\"text\":\"Tell me a story that takes its time\"}]}}";

  private static final String RESPOND = "{\"type\":\"response.create\"}";

  private final List<Noted> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger pieces = new AtomicInteger();
  private final String name;
  private final StringBuilder part = new StringBuilder();
  private CompletableFuture<?> before = CompletableFuture.completedFuture(null);
  private @Nullable WebSocket socket;

  BusyGuest(String name) {
    this.name = name;
  }

  /** It gives it as its model, so that both the trace and the server have it. */
  String name() {
    return name;
  }

  /** Dials. */
  CompletableFuture<WebSocket> dials(HttpClient http, URI uri) {
    return http.newWebSocketBuilder().buildAsync(URI.create(uri + "?model=" + name), this);
  }

  List<Noted> heard() {
    return heard;
  }

  /** The next 100 ms of its microphone. */
  void speaks() {
    says(
        "{\"type\":\"input_audio_buffer.append\",\"event_id\":\"%d\",\"audio\":\"%s\"}"
            .formatted(pieces.incrementAndGet(), SILENCE));
  }

  private synchronized void says(String text) {
    WebSocket open = socket;
    if (open != null) {
      before = before.thenCompose(unused -> open.sendText(text, true));
    }
  }

  @Override
  public void onOpen(WebSocket opened) {
    synchronized (this) {
      socket = opened;
    }
    says(ASK);
    says(RESPOND);
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      heard.add(new Noted(System.nanoTime(), Json.parse(part.toString()).orElseThrow()));
      if (part.indexOf("\"type\":\"response.done\"") >= 0) {
        says(ASK);
        says(RESPOND);
      }
      part.setLength(0);
    }
    from.request(1);
    return null;
  }
}
