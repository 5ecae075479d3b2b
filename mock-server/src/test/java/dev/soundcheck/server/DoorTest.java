package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More sockets than the limit {@code connections}: each gets an answer, and it is told once. */
@Timeout(60)
final class DoorTest {
  private static final String UPGRADE =
      """
      GET /v1/realtime
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==""";

  private final List<String> remarks = new CopyOnWriteArrayList<>();
  private final MockVoiceServer server =
      MockVoiceServer.start(
          ServerOptions.builder().limits("connections=2").build(),
          new ServerListener() {
            @Override
            public void remarked(String words) {
              remarks.add(words);
            }
          });

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void one_socket_too_many_is_refused_until_somebody_leaves() throws Exception {
    Caller first = Caller.to(server.uri());
    Caller second = Caller.to(server.uri());

    for (int i = 0; i < 40; i++) {
      assertThat(asks(UPGRADE)).isEqualTo(503);
    }
    assertThat(remarks)
        .containsExactly(
            "2 sockets are open, and no more are let in at once, which is its limit"
                + " 'connections'. More are refused with 503 until somebody leaves.");
    second.says("{\"type\":\"session.update\",\"session\":{}}").hears("session.updated");
    assertThat(asks("GET /soundcheck/sessions")).isEqualTo(200);

    first.hangsUp();
    await().atMost(Duration.ofSeconds(10)).until(() -> asks(UPGRADE) == 101);
    assertThat(server.findings()).isEmpty();
  }

  /** A refusal that is read to its end frees its place even if the client never closes. */
  @Test
  void who_was_refused_and_stays_keeps_nobody_out() throws ExecutionException, IOException {
    Caller first = Caller.to(server.uri());
    Caller second = Caller.to(server.uri());
    List<PlainHttp> staying = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 40; i++) {
      PlainHttp other = new PlainHttp(server.httpUri());
      assertThat(other.asks(UPGRADE, new byte[0])).isEqualTo(503);
      staying.add(other);
    }
    first.hangsUp();

    await().atMost(Duration.ofSeconds(10)).until(() -> asks(UPGRADE) == 101);
    second.says("{\"type\":\"session.update\",\"session\":{}}").hears("session.updated");
    for (PlainHttp one : staying) {
      one.close();
    }
  }

  private int asks(String head) throws IOException {
    try (PlainHttp http = new PlainHttp(server.httpUri())) {
      return http.asks(head, new byte[0]);
    }
  }
}
