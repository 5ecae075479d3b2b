package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code soundcheck load} as somebody types it (issue 8, point 1). */
@Timeout(120)
final class LoadCommandTest {
  @TempDir Path folder;

  @Test
  void figures_are_printed_and_reported() throws IOException {
    ServerOptions options = ServerOptions.builder().port(0).pacing(Pacing.INSTANT).build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Path report = folder.resolve("report");
      Ran ran =
          Ran.soundcheck(
              "load --mode text --sessions 3 --duration 8s --url %s --pid %d --report %s"
                  .formatted(server.uri(), ProcessHandle.current().pid(), report)
                  .split(" "));

      assertThat(ran.err()).isEmpty();
      assertThat(ran.status()).isZero();
      assertThat(ran.out())
          .contains("3 sessions", "connect to session.created", "end of turn to response.done")
          .containsPattern("\\d+ turns \\([\\d.]+ a second\\)")
          .contains("of CPU a turn");
      assertThat(Files.readString(report.resolve("index.html")))
          .contains("<svg", "end of turn to response.done");
      JsonNode figures = Json.mapper().readTree(Files.readString(report.resolve("load.json")));
      assertThat(figures.at("/whole/turns").asLong()).isPositive();
      assertThat(figures.at("/whole/times/turn/p99Ms").asDouble()).isPositive();
    }
  }

  @Test
  void json_has_the_members_that_the_documentation_names() throws IOException {
    ServerOptions options = ServerOptions.builder().port(0).pacing(Pacing.INSTANT).build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Ran ran =
          Ran.soundcheck(
              "load --mode audio --burst --think 10ms --lateness 30s --sessions 2 --duration 8s --json --pid %d --url %s"
                  .formatted(ProcessHandle.current().pid(), server.uri())
                  .split(" "));

      JsonNode figures = Json.mapper().readTree(ran.out());
      String page = Files.readString(Path.of("../docs/load-json.md"));
      Matcher documented = Pattern.compile("(?m)^\\| `([a-zA-Z.\\[\\]]+)` \\|").matcher(page);
      int members = 0;
      while (documented.find()) {
        String pointer = "/" + documented.group(1).replace("[]", "/0").replace('.', '/');
        assertThat(figures.at(pointer).isMissingNode()).as(pointer).isFalse();
        members++;
      }
      assertThat(members).isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--url http://here | --url: expected ws://HOST:PORT/PATH or wss://…, found 'http://here'",
        "--sessions 0 | --sessions: expected 1 to 100000, found 0",
        "--ramp 10 | expected FROM:TO:TIME, from one session or more to more of them, such as 10:1000:60s, found '10'",
        "--ramp 10:5:3s | expected FROM:TO:TIME",
        "--ramp 1:5:3s --sessions 2 | only one of them can say how many there are",
        "--rate 0 | --rate: expected more than 0, found 0.0",
        "--turns 0 | --turns: expected 1 or more, found 0",
        "--interrupt 101 | --interrupt: expected 0 to 100, found 101.0",
        "--interrupt 5 --burst | --interrupt: only with --mode audio in real time",
        "--mode text --manual | only with --mode audio does anybody speak",
        "--answers idle | --answers: expected text or audio, found idle",
        "--format opus | a load does not speak Opus",
        "--duration 5s --warm-up 5s | or nothing is measured",
        "--wav nowhere.wav | --wav: ",
        "--pid 999999999 | --pid: there is no process 999999999 on this machine",
        "--url wss://example.invalid/v1/realtime --sessions 60 --duration 60s | Say that they may be: --budget 60.0"
      })
  void mistakes_say_what_was_expected(String options, String message) {
    Ran ran = Ran.soundcheck(("load " + options).split(" "));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains(message);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void a_server_that_is_not_there_is_an_error_that_is_counted() {
    Ran ran =
        Ran.soundcheck(
            "load --sessions 1 --duration 2s --url ws://127.0.0.1:1/v1/realtime".split(" "));

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).containsPattern("\\d × nothing listens there");
  }
}
