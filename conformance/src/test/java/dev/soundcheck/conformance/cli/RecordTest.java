package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person, or a program, sees of a running proxy (issue 3 point 3). */
@Timeout(60)
final class RecordTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private MockVoiceServer mock;
  private Thread proxy = new Thread();

  @BeforeEach
  void start() {
    mock = MockVoiceServer.start(ServerOptions.builder().build());
  }

  @AfterEach
  void stop() throws InterruptedException {
    proxy.interrupt();
    proxy.join();
    mock.close();
  }

  @Test
  void it_shows_who_says_what_and_how_large_it_is() {
    record();
    Ran talk = Ran.soundcheck("talk", "--url", url(), "--text", "Good morning");

    assertThat(talk.status()).isZero();
    await().atMost(SOON).until(() -> out.toString().contains("#1  closed"));
    assertThat(out.toString())
        .containsPattern("#1  opened +recorded in .*-001\\.ndjson")
        .containsPattern("#1  server +session\\.created, \\d+ bytes")
        .containsPattern("#1  client +conversation\\.item\\.create, \\d+ bytes")
        .containsPattern("#1  server +response\\.output_audio\\.delta( ×\\d+)?, \\d+ bytes")
        .containsPattern("#1  closed +1000 .*by the client")
        .doesNotContain("\u001b");
    assertThat(traces()).hasSize(1);
  }

  @Test
  void programs_read_it_as_json_lines() {
    record("--json");
    JsonNode first = JSON.readTree(line(0));
    Ran.soundcheck("talk", "--url", first.path("url").stringValue(), "--text", "Good morning");

    await().atMost(SOON).until(() -> out.toString().contains("\"closed\""));
    assertThat(first.path("event").stringValue()).isEqualTo("listening");
    JsonNode created = passed("session.created");
    assertThat(created.path("event").stringValue()).isEqualTo("passed");
    assertThat(created.path("from").stringValue()).isEqualTo("server");
    assertThat(created.path("bytes").intValue()).isPositive();
  }

  /**
   * Issue 3 point 2: sound by its hash, patterns of one's own, and what each side was heard saying.
   */
  @Test
  void what_gets_into_a_trace_is_chosen_and_the_sound_lies_beside_it() throws IOException {
    record("--audio", "hash", "--redact", "Good \\w+", "--wav");
    Ran.soundcheck("talk", "--url", url(), "--text", "Good morning");

    await().atMost(SOON).until(() -> out.toString().contains("#1  closed"));
    Trace trace = TraceReader.read(traces().get(0));
    String name = traces().get(0).getFileName().toString().replace(".ndjson", "");
    Pcm heard = Wav.read(folder.resolve(name + ".server.wav"));
    assertThat(trace.header().audio()).isEqualTo(TraceAudio.HASH);
    assertThat(Files.readString(traces().get(0))).doesNotContain("Good morning");
    assertThat(heard.duration()).isGreaterThan(Duration.ofSeconds(1));
    assertThat(Levels.of(heard).rms()).isGreaterThan(-40);
    assertThat(folder.resolve(name + ".client.wav")).exists();
  }

  @Test
  void a_refusal_is_shown() {
    record();
    Ran talk = Ran.soundcheck("talk", "--url", url() + "?scenario=no/such", "--text", "Hello");

    assertThat(talk.status()).isEqualTo(2);
    assertThat(talk.err()).contains("404", "no/such");
    await().atMost(SOON).until(() -> out.toString().contains("#1  refused 404"));
  }

  @Test
  void wrong_use_is_told_all_at_once() {
    Ran ran =
        Ran.soundcheck(
            "record", "--upstream", "http://x", "--ca", "missing.pem", "--out", folder.toString());

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--upstream: expected ws://HOST:PORT/PATH or wss://…, found 'http://x'.")
        .contains("--ca: there is no file 'missing.pem' to read.");
  }

  /** docs/decisions/server-credentials.md. */
  @Test
  void a_proxy_that_others_can_reach_needs_a_word() {
    Ran refused = recorded("--port", "0", "--host", "::", "--out", folder.toString());
    record("--host", "0.0.0.0", "--open", "--key", "0123456789");
    line(0);

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains("Others than this machine can reach '::', and could use this proxy", "--open");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(err.toString())
                    .contains("can use this proxy, with the key that --key gave."));
  }

  @Test
  void a_port_in_use_and_a_folder_that_is_a_file_are_told() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    Ran taken = recorded("--port", String.valueOf(mock.port()), "--out", folder.toString());
    Ran noFolder = recorded("--port", "0", "--out", file.toString());

    assertThat(taken.status()).isEqualTo(2);
    assertThat(taken.err()).contains("Port %d is already in use.".formatted(mock.port()));
    assertThat(noFolder.status()).isEqualTo(2);
    assertThat(noFolder.err()).contains(file + ": expected a folder for traces");
  }

  private Ran recorded(String... args) {
    return Ran.soundcheck(
        Stream.concat(Stream.of("record", "--upstream", mock.uri().toString()), Stream.of(args))
            .toArray(String[]::new));
  }

  private void record(String... more) {
    String[] usual = {
      "record", "--port", "0", "--upstream", mock.uri().toString(), "--out", folder.toString()
    };
    String[] all = Stream.concat(Stream.of(usual), Stream.of(more)).toArray(String[]::new);
    proxy =
        new Thread(() -> Soundcheck.run(new PrintWriter(out), new PrintWriter(err), Map.of(), all));
    proxy.start();
  }

  private JsonNode passed(String type) {
    return out.toString()
        .lines()
        .map(JSON::readTree)
        .filter(line -> line.path("type").asString("").equals(type))
        .findFirst()
        .orElseThrow();
  }

  private String url() {
    return line(0).replace("Listening on ", "");
  }

  private String line(int number) {
    await().atMost(SOON).until(() -> out.toString().lines().count() > number);
    return out.toString().lines().toList().get(number);
  }

  private List<Path> traces() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".ndjson")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
