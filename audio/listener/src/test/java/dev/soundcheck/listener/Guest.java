package dev.soundcheck.listener;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody on a socket who speaks. */
final class Guest implements WebSocket.Listener, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final AudioFormat format;
  private final WebSocket socket;

  private Guest(URI uri, AudioFormat format) {
    this.format = format;
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, this).join();
  }

  /** Comes with server VAD and sound of this format, named as the protocol does. */
  static Guest at(URI uri, AudioFormat format, String named) throws InterruptedException {
    Guest guest = new Guest(uri, format);
    guest.say(
        """
        {"type":"session.update","session":{"turn_detection":{"type":"server_vad"},
         "audio":{"input":{"format":%s,"transport":"binary"}}}}"""
            .formatted(named));
    guest.hear("session.updated");
    return guest;
  }

  private void say(String json) {
    socket.sendText(json, true).join();
  }

  /** Speaks, with a second of silence on both sides. */
  void speak(Pcm words) {
    Pcm quiet = Pcm.silence(Duration.ofSeconds(1), format.rate());
    Pcm sound = quiet.then(Resampler.resample(words, format.rate())).then(quiet);
    socket.sendBinary(ByteBuffer.wrap(format.encode(sound)), true).join();
  }

  /** The next event of this type; those before it are let pass. */
  JsonNode hear(String type) throws InterruptedException {
    JsonNode next;
    do {
      next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no " + type + " came");
      }
    } while (!next.path("type").asString().equals(type));
    return next;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      heard.add(JsonMapper.shared().readTree(text.toString()));
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
