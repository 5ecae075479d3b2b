package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that leaves: docs/decisions/several-servers.md. */
@Timeout(60)
final class DrainTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final String HANDSHAKE =
      """
      GET /v1/realtime HTTP/1.1
      Host: x
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

      """;

  @Test
  void sessions_go_on_and_nobody_new_is_let_in() throws Exception {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      Caller caller = Caller.to(server.uri());
      caller.hears("conversation.created");
      CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> server.drain(LONG));
      await().until(() -> refused(server.port()));

      assertThatThrownBy(() -> Caller.to(server.uri())).isInstanceOf(ExecutionException.class);
      caller.says("{\"type\":\"session.update\",\"session\":{}}").hears("session.updated");
      assertThat(drained).isNotDone();

      caller.hangsUp();
      drained.join();
    }
  }

  @Test
  void whoever_is_left_after_the_grace_is_told_to_go() throws Exception {
    Caller caller;
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      caller = Caller.to(server.uri());
      caller.hears("conversation.created");
      server.drain(Duration.ofMillis(1));
      caller.says("{\"type\":\"session.update\",\"session\":{}}").hears("session.updated");
    }
    assertThat(caller.farewell().code()).isEqualTo(1001);
  }

  /** A balancer keeps connections for the next request. */
  @Test
  void who_asks_over_a_connection_that_was_kept_is_sent_to_another_server() throws Exception {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build());
        Socket kept = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      assertThat(asks(kept, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 200");

      server.drain(Duration.ZERO);
      String answer = asks(kept, HANDSHAKE.replace("\n", "\r\n"));
      assertThat(answer).startsWith("HTTP/1.1 503").containsIgnoringCase("connection: close");
    }
  }

  private static String asks(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    byte[] some = new byte[10_000];
    return new String(some, 0, socket.getInputStream().read(some), StandardCharsets.US_ASCII);
  }

  private static boolean refused(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !socket.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }
}
