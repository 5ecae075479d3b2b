package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a client was given in confidence is in nothing that it prints or writes, even when the
 * server repeats it (SECURITY.md).
 */
@Timeout(120)
final class ClientSecretsTest {
  @TempDir private Path folder;

  /** What is read lies apart from what is written. */
  @TempDir private Path given;

  private final Harvest harvest = new Harvest();
  private final String key = harvest.plant("key");
  private final String token = harvest.plant("query");
  private final String password = harvest.plant("userinfo");
  private final String tool = harvest.plant("mcp");
  private final List<String> all = List.of(key, token, password, tool);

  /** Repeats what it was shown, as bad servers do. */
  private final MockVoiceServer server =
      MockVoiceServer.playing(
          """
          Feature: A server that repeats
            Scenario: What it was shown
              When the user types anything
              Then the server sends "error" with
                \"""json
                {"error": {"type": "x", "code": "%1$s", "message": "Bad key %1$s, Bearer %1$s, wss://h/?key=%2$s", "param": null, "event_id": null}}
                \"""
              And the server sends "session.updated" with
                \"""json
                {"session": {"tools": [{"type": "mcp", "server_label": "%1$s", "authorization": "%3$s", "headers": {"X-Own": "%3$s"}}]}}
                \"""
              And the assistant says "Good morning."
              And the connection closes with 1008 "No %1$s."
          """
              .formatted(key, token, tool));

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--verbose", "--json"})
  void a_talk(String how) throws IOException {
    Ran ran =
        run(
            Map.of("OWN_KEY", key),
            "talk",
            "--url",
            url(),
            "--key",
            "env:OWN_KEY",
            "--text",
            "Good morning",
            "--out",
            folder.resolve("a.wav").toString(),
            how);

    assertThat(ran.out()).contains("[redacted]");
    assertThat(Files.readString(folder.resolve("a.ndjson"))).contains("Bad key [redacted]");
    nothingIsToldOf(ran);
  }

  @Test
  void a_talk_that_cannot_connect() throws IOException {
    String nobody = "ws://me:%s@127.0.0.1:1/v1/realtime?api_key=%s".formatted(password, token);
    Ran ran =
        run(Map.of("XAI_API_KEY", key), "talk", "--url", nobody, "--text", "Hello", "--verbose");

    assertThat(ran.status()).isEqualTo(2);
    nothingIsToldOf(ran);
  }

  @Test
  void addresses_that_are_none() throws IOException {
    String none = "http://me:%s@127.0.0.1:1/?api_key=%s".formatted(password, token);

    nothingIsToldOf(run(Map.of(), "talk", "--url", none, "--text", "Hello"));
    nothingIsToldOf(run(Map.of(), "test", "server", "--url", none));
    nothingIsToldOf(run(Map.of(), "load", "--url", none));
    nothingIsToldOf(run(Map.of(), "record", "--upstream", none, "--out", folder.toString()));
    nothingIsToldOf(run(Map.of(), "serve", "--port", "0", "--webhook", "ftp" + none));
  }

  @Test
  void a_suite_and_its_report() throws IOException {
    String report = folder.resolve("report").toString();
    Ran ran =
        run(
            Map.of("XAI_API_KEY", key),
            "test",
            "server",
            "--url",
            url(),
            "--only",
            "session",
            "--timeout",
            "5",
            "--report",
            report);

    assertThat(ran.out()).as(ran.err()).contains("127.0.0.1");
    assertThat(folder.resolve("report/index.html")).isNotEmptyFile();
    nothingIsToldOf(ran);
    nothingIsToldOf(run(Map.of(), "report", report));
  }

  @Test
  void a_load_and_its_report() throws IOException {
    Ran ran =
        run(
            Map.of("XAI_API_KEY", key),
            "load",
            "--url",
            url(),
            "--mode",
            "text",
            "--sessions",
            "1",
            "--duration",
            "1s",
            "--report",
            folder.resolve("load").toString());

    assertThat(folder.resolve("load/index.html")).isNotEmptyFile();
    nothingIsToldOf(ran);
  }

  /** A file of arguments is the library's; a secret in it is read as if it stood there. */
  @Test
  void a_key_from_a_file() throws IOException {
    Path file = Files.writeString(given.resolve("key"), key + "\n");
    try (MockVoiceServer keyed =
        MockVoiceServer.start(ServerOptions.builder().keys(List.of(key)).build())) {
      String url = keyed.uri().toString();
      Ran ran = run(Map.of(), "talk", "--url", url, "--key", "@" + file, "--text", "Hello");

      assertThat(ran.status()).as(ran.err()).isZero();
      nothingIsToldOf(ran);
    }
  }

  @Test
  void a_variable_that_is_not_set_is_told() {
    Ran ran = run(Map.of(), "talk", "--text", "Hello", "--key", "env:NO_SUCH");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains(
            "'--key'", "expected the name of a variable of the environment", "found 'NO_SUCH'");
  }

  /** What another tool recorded has headers with keys in it, and cookies. */
  @Test
  void an_import_and_what_is_made_of_it() throws IOException {
    String har =
        """
        {"log":{"version":"1.2","entries":[{"_resourceType":"websocket","startedDateTime":"2026-11-20T10:00:00Z",
         "request":{"method":"GET","url":"wss://me:%1$s@h/v1/realtime?api_key=%2$s","headers":[
          {"name":"Authorization","value":"Bearer %3$s"},{"name":"Cookie","value":"s=%3$s"},
          {"name":"Sec-WebSocket-Protocol","value":"realtime, xai-client-secret.%3$s"}]},
         "response":{"status":101,"headers":[{"name":"Set-Cookie","value":"s=%3$s"}]},
         "_webSocketMessages":[{"type":"send","time":1,"opcode":1,
          "data":"{\\"type\\":\\"session.update\\",\\"session\\":{\\"tools\\":[{\\"type\\":\\"mcp\\",\\"server_label\\":\\"d\\",\\"server_url\\":\\"https://me:%1$s@m/?token=%2$s\\",\\"authorization\\":\\"%4$s\\",\\"headers\\":{\\"X\\":\\"%4$s\\"}}]}}"},
          {"type":"receive","time":2,"opcode":1,"data":"Authorization: %4$s"}]}]}}
        """
            .formatted(password, token, key, tool);
    Path from = Files.writeString(given.resolve("session.har"), har);
    String trace = folder.resolve("session.ndjson").toString();
    Ran ran = run(Map.of(), "import", from.toString(), "--out", trace);

    assertThat(ran.status()).as(ran.err()).isZero();
    nothingIsToldOf(ran);
    nothingIsToldOf(run(Map.of(), "verify", trace));
    nothingIsToldOf(run(Map.of(), "diff", trace, trace));
  }

  private String url() {
    return "%s?api_key=%s&token=%s".formatted(server.uri(), token, token);
  }

  private void nothingIsToldOf(Ran ran) throws IOException {
    Harvest.isFreeOf(ran, all);
    Harvest.isFreeOf(folder, all);
  }

  private static Ran run(Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Soundcheck.run(new PrintWriter(out), new PrintWriter(err), environment, args);
    return new Ran(status, out.toString(), err.toString());
  }
}
