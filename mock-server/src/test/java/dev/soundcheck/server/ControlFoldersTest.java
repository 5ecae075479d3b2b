package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files the control API has read for somebody (SECURITY.md). */
@Timeout(60)
final class ControlFoldersTest {
  private static final String SECRET = "user:a-line-of-somebody-else's";
  private static final String FEATURE =
      """
      Feature: Hello
        Scenario: %s
          When the user types "Hello"
          Then the assistant says "Good morning."
      """;

  @TempDir private Path folder;

  private Path own = Path.of("");
  private MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build());

  @BeforeEach
  void start() throws IOException {
    own = folder.resolve("own");
    Path below = Files.createDirectories(own.resolve("below"));
    Files.writeString(below.resolve("a.feature"), FEATURE.formatted("Below"));
    Path other = Files.createDirectories(folder.resolve("own-not"));
    Files.writeString(other.resolve("b.feature"), SECRET);
    server.close();
    server = MockVoiceServer.start(ServerOptions.builder().features(own).build());
    Files.createSymbolicLink(own.resolve("out"), other);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/below", "/../own", "/below/../../own/below"})
  void the_folder_of_the_server_and_those_below(String name) throws Exception {
    Files.delete(own.resolve("out"));

    assertThat(load(own + name).text()).startsWith("{\"scenarios\":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/..", "/../own-not", "/out", "-not", "/below/../..", "/nothing/../.."})
  void no_others_whatever_leads_there(String name) throws Exception {
    Steward.Answer answer = load(own + name);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains("folder: expected '%s' of --features, or a folder below it".formatted(own))
        .doesNotContain(SECRET);
  }

  /** Or the answers would tell which files there are. */
  @Test
  void what_is_there_is_refused_as_what_is_not() throws Exception {
    String there = load("/etc").text().replace("/etc", "X");

    assertThat(there).isEqualTo(load("/no-such-folder").text().replace("/no-such-folder", "X"));
  }

  @Test
  void a_server_without_a_folder_reads_none() throws Exception {
    server.close();
    server = MockVoiceServer.start(ServerOptions.builder().build());

    assertThat(load(own.toString()).status()).isEqualTo(400);
    assertThat(load(own.toString()).text()).contains("without --features; give texts as 'files'");
  }

  /** Names of texts, of scenarios and of tests are words: nothing is read or written by them. */
  @ParameterizedTest
  @ValueSource(
      strings = {"../../b", "/etc/passwd", "a\u0000b", "CON", "-rf", "\u202Eb", "..\\..\\b"})
  void names_are_words(String name) throws Exception {
    long files = files();
    String text = quoted(FEATURE.formatted("In a text"));
    Steward steward = new Steward(server, "X-Soundcheck-Test", name.replaceAll("[^ -~]", "?"));

    assertThat(
            steward
                .ask(
                    "PUT",
                    "features",
                    "{\"files\":{%s:%s}}".formatted(quoted(name + ".feature"), text))
                .status())
        .isEqualTo(200);
    assertThat(steward.post("queue", "{\"scenario\":%s}".formatted(quoted(name))).status())
        .isEqualTo(400);
    assertThat(steward.post("calls", "{\"scenario\":%s}".formatted(quoted(name))).status())
        .isEqualTo(404);
    assertThat(
            steward
                .post(
                    "queue",
                    "{\"feature\":%s}".formatted(quoted(own.resolve("below/a.feature") + "")))
                .status())
        .isEqualTo(400);
    assertThat(files()).isEqualTo(files);
  }

  private Steward.Answer load(String name) throws IOException, InterruptedException {
    return new Steward(server).ask("PUT", "features", "{\"folder\":%s}".formatted(quoted(name)));
  }

  private static String quoted(String text) {
    return Json.mapper().writeValueAsString(text);
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.count();
    }
  }
}
