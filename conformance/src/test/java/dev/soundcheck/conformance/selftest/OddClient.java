package dev.soundcheck.conformance.selftest;

import dev.soundcheck.conformance.rehearsal.Cue;
import dev.soundcheck.conformance.rehearsal.TestedClient;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** A client that connects, and then does as it likes, on a thread of its own. */
final class OddClient implements TestedClient {
  private final Consumer<WebSocket> manners;
  private final CompletableFuture<Boolean> gone = new CompletableFuture<>();

  OddClient(Consumer<WebSocket> manners) {
    this.manners = manners;
  }

  /** Says this until nobody hears it any more. */
  static Consumer<WebSocket> forEver(String text) {
    return socket -> {
      boolean heard = true;
      while (heard && !socket.isOutputClosed()) {
        heard = said(socket, text);
      }
    };
  }

  private static boolean said(WebSocket socket, String text) {
    try {
      socket.sendText(text, true).join();
      return true;
    } catch (CompletionException gone) {
      return false;
    }
  }

  /** Is done when it has nothing more to say. */
  CompletableFuture<Boolean> gone() {
    return gone;
  }

  @Override
  public String name() {
    return "an odd client";
  }

  @Override
  public Attempt begin(Cue cue) {
    HttpClient http = HttpClient.newHttpClient();
    WebSocket socket =
        http.newWebSocketBuilder().buildAsync(cue.url(), new WebSocket.Listener() {}).join();
    Thread speaker =
        new Thread(
            () -> {
              manners.accept(socket);
              gone.complete(true);
            },
            "odd-client");
    speaker.setDaemon(true);
    speaker.start();
    return new Running(socket);
  }

  /** It never ends by itself. */
  private record Running(WebSocket socket) implements Attempt {
    @Override
    public CompletableFuture<Optional<Integer>> ended() {
      return new CompletableFuture<>();
    }

    @Override
    public String output() {
      return "";
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
