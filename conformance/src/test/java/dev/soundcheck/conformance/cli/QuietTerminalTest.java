package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What strangers send to the port is no fault of ours (issue 2 "Bad input"). */
@Timeout(60)
final class QuietTerminalTest {
  /** Keeps what would have been printed. */
  private static final class Kept extends Handler {
    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      lines.add(record.getLevel() + " " + record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void requests_that_nobody_can_read_are_answered_and_not_logged() throws IOException {
    Kept kept = new Kept();
    Logger ours = Logger.getLogger("dev.soundcheck");
    ours.addHandler(kept);
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      for (String request : List.of("\u0016\u0003\u0001", "GET /v1/realtime?%zz=1 HTTP/1.1")) {
        assertThat(answer(server, request + "\r\nHost: localhost\r\n\r\n")).contains("bad-request");
      }
    } finally {
      ours.removeHandler(kept);
    }
    assertThat(kept.lines).isEmpty();
  }

  private static String answer(MockVoiceServer server, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
