package dev.soundcheck.conformance.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.conformance.cli.Soundcheck;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Killing it with SIGKILL loses nothing that was more than 200 ms old (issue 3 point 3). */
@Timeout(120)
final class KilledRecordingTest {
  private static final long OLD = Duration.ofMillis(200).toNanos();

  @TempDir Path folder;

  @Test
  void a_killed_proxy_leaves_all_that_is_older_than_200_ms() throws Exception {
    try (MockVoiceServer mock = MockVoiceServer.start(ServerOptions.builder().build())) {
      Process child = child(mock.uri());
      Guest guest = new Guest(listening(child));
      guest.asks("Tell me a story that takes its time, with many words and no end in sight");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> olds(guest, System.nanoTime()).size() > 10);
      long killed = System.nanoTime();
      child.destroyForcibly().waitFor();

      List<JsonNode> recorded = recorded();
      assertThat(child.exitValue()).isEqualTo(128 + 9);
      assertThat(recorded).startsWith(olds(guest, killed).toArray(JsonNode[]::new));
    }
  }

  private List<JsonNode> recorded() {
    return Between.read(Between.files(folder).get(0))
        .messages()
        .filter(it -> it.from() == Origin.SERVER)
        .map(Observed.Message::json)
        .toList();
  }

  private static List<JsonNode> olds(Guest guest, long now) {
    return guest.heard().stream()
        .filter(it -> now - it.at() > OLD)
        .map(it -> Json.parse(it.text()).orElseThrow())
        .toList();
  }

  private Process child(URI upstream) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Soundcheck.class.getName(),
            "record",
            "--port",
            "0",
            "--upstream",
            upstream.toString(),
            "--out",
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static URI listening(Process child) throws IOException {
    BufferedReader said = child.inputReader();
    return URI.create(said.readLine().replace("Listening on ", ""));
  }
}
