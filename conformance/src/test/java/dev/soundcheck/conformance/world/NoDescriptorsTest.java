package dev.soundcheck.conformance.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A server whose process may have few files open, and many more clients than that. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
final class NoDescriptorsTest {
  private static final int CLIENTS = 500;
  private static final int PATIENCE_MILLIS = 30_000;

  private static final byte[] UPGRADE =
      """
      GET /v1/realtime HTTP/1.1
      Host: localhost
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

      """
          .replace("\n", "\r\n")
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void each_client_is_answered_one_line_is_said_and_no_cpu_is_spun() throws Exception {
    try (Child child =
        new Child(List.of(), "ulimit -n 256 && exec \"$@\"", "serve", "--port", "0")) {
      URI server = child.listening();
      List<Socket> clients = crowd(server);
      Map<String, Long> answers = answers(clients);

      assertThat(answers.keySet()).containsExactlyInAnyOrder("101", "503");
      assertThat(answers.get("101")).isGreaterThanOrEqualTo(8);
      assertThat(remarks(child)).singleElement().asString().contains("256 files", "ulimit -n");
      isIdle(child);

      close(clients);
      await().atMost(Duration.ofSeconds(20)).until(() -> answer(dialled(server)).equals("101"));
    }
  }

  private static List<Socket> crowd(URI server) throws IOException {
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(dialled(server));
    }
    return clients;
  }

  private static Socket dialled(URI server) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(UPGRADE);
    return socket;
  }

  private static Map<String, Long> answers(List<Socket> clients) throws IOException {
    List<String> all = new ArrayList<>();
    for (Socket client : clients) {
      all.add(answer(client));
    }
    return all.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static String answer(Socket client) throws IOException {
    byte[] line = client.getInputStream().readNBytes("HTTP/1.1 101".length());
    return new String(line, StandardCharsets.US_ASCII).replaceFirst(".* ", "");
  }

  private static List<String> remarks(Child child) {
    return child.said().stream()
        .filter(line -> line.contains("remark") || line.contains("WARN"))
        .toList();
  }

  /** Two seconds, of which a tenth may be computed. */
  private static void isIdle(Child child) {
    Duration before = child.cpu();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> child.cpu().minus(before).toMillis() < 400);
  }

  private static void close(List<Socket> clients) throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }
}
