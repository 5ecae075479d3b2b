package dev.soundcheck.conformance.cli;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that is none of ours: the JDK's own WebSocket. */
final class Dialled implements AutoCloseable {
  private static final int SECONDS = 30;

  private final WebSocket socket;
  private final BlockingQueue<String> heard;

  private Dialled(WebSocket socket, BlockingQueue<String> heard) {
    this.socket = socket;
    this.heard = heard;
  }

  static Dialled to(URI url, WebSocket.Builder builder) throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    return new Dialled(
        builder.buildAsync(url, new Ear(heard)).get(SECONDS, TimeUnit.SECONDS), heard);
  }

  /** Why there is no connection. */
  static String refused(URI url, WebSocket.Builder builder) throws Exception {
    try {
      to(url, builder).close();
    } catch (ExecutionException refused) {
      return refused.toString();
    }
    throw new AssertionError("the client was let in");
  }

  void says(String text) throws Exception {
    socket.sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
  }

  /** Waits for an event of this type; those before it are passed over. */
  void hears(String type) throws InterruptedException {
    String event = "";
    while (!event.contains("\"type\":\"%s\"".formatted(type))) {
      String next = heard.poll(SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no " + type + " within %d s".formatted(SECONDS));
      }
      event = next;
    }
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Puts texts together that come in pieces. */
  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<String> heard;
    private final StringBuilder text = new StringBuilder();

    Ear(BlockingQueue<String> heard) {
      this.heard = heard;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        heard.add(text.toString());
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, piece, last);
    }
  }
}
