package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Wrong use gets a message a stranger understands and exit status 2 (issue 2, "Bad input"). */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
final class BadInputTest {
  @TempDir Path folder;

  @Test
  void nothing_at_all_shows_how_to_begin() {
    Ran ran = Ran.soundcheck();

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("First steps:", "./soundcheck serve");
  }

  @Test
  void an_unknown_option_names_the_one_that_was_meant() {
    refused("Unknown option '--prot'. Did you mean '--port'?", "serve", "--prot", "1");
    refused("Unknown option '--sya'. Did you mean '--say'?", "talk", "--sya", "Hello");
  }

  @Test
  void an_unknown_command_names_the_one_that_was_meant() {
    refused("Unknown argument 'tlak'. Did you mean 'talk'?", "tlak");
  }

  @Test
  void a_port_that_is_no_number_is_quoted() {
    refused("'--port': expected a whole number, found 'loud'", "serve", "--port", "loud");
    refused("'--seed': expected a whole number, found '1.5'", "serve", "--seed", "1.5");
  }

  @Test
  void what_can_be_no_file_is_told_as_such() {
    refused("expected the name of a file, found 'a\uFFFDb'", "verify", "a\0b");
  }

  @Test
  void a_port_out_of_range_says_the_range() {
    refused("The port must lie between 0 and 65535, but was 70000.", "serve", "--port", "70000");
  }

  @Test
  void a_port_in_use_is_named() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      refused(port, "serve", "--port", port);
    }
  }

  @Test
  void a_folder_of_features_that_is_not_there_is_named() {
    refused("found no folder 'nowhere'", "serve", "--features", "nowhere");
  }

  @Test
  void a_folder_of_voices_that_is_not_there_is_named() {
    refused("found none at 'nowhere'", "serve", "--port", "0", "--voices", "nowhere");
    refused("found none at 'nowhere'", "talk", "--say", "Hello", "--voices", "nowhere");
  }

  @Test
  void a_pace_that_is_none_is_told_what_there_is() {
    refused(
        "'--pace': expected live, real-time, fast, instant, or the length",
        "serve",
        "--pace",
        "slow");
  }

  @Test
  void patience_is_a_time_and_about_a_scenario() {
    refused("--patience", "serve", "--patience", "soon");
    refused("expected --play beside it", "talk", "--say", "Hello", "--patience", "5s");
  }

  @Test
  void an_expression_of_tags_that_is_none_is_told() {
    refused("--tags: expected an expression of tags", "scenarios", "--tags", "@a and");
  }

  /** Issue 4 point 4: each with what was expected and what is near. */
  @Test
  void every_mistake_in_faults_is_told_at_once() {
    Ran ran = Ran.soundcheck("serve", "--port", "0", "--fault", "stal=5%,close=99@3s");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("'stal=5%': expected a fault, got 'stal', did you mean 'stall'?")
        .contains("'close=99@3s': expected a close code from 1000 to 4999");
  }

  /** Issue 2, "Bad input": a feature with three mistakes. All are told, each with its place. */
  @Test
  void every_mistake_of_a_feature_is_told_at_once() throws IOException {
    Files.writeString(
        folder.resolve("wrong.feature"),
        """
        Feature: Wrong
          Scenario: Three mistakes
            Given a sesion with server VAD
            When the user sings "Hello"
            Then the assistant sais "Hello"
        """);
    Ran ran = Ran.soundcheck("serve", "--port", "0", "--features", folder.toString());

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("wrong.feature:3:", "wrong.feature:4:", "wrong.feature:5:");
  }

  @Test
  void an_unknown_scenario_names_the_nearest() {
    refused(
        "tools/parallel-tool-calls",
        "serve",
        "--port",
        "0",
        "--scenario",
        "tools/paralel-tool-calls");
    refused(
        "Did you mean 'tools/parallel-tool-calls", "talk", "--play", "tools/paralel-tool-calls");
  }

  @Test
  void an_unknown_profile_lists_the_known() {
    refused(
        "expected one of %s, found 'new'"
            .formatted(Arrays.stream(Profile.values()).map(Profile::id).toList()),
        "talk",
        "--text",
        "x",
        "--profile",
        "new");
  }

  @Test
  void an_unknown_format_lists_the_rates() {
    refused(
        "expected pcm:RATE with a RATE of [8000, 11025, 16000, 21050, 22050, 24000, 32000, 44100, 48000], or pcmu, or pcma, or opus, found 'pcm:23000'",
        "talk",
        "--text",
        "x",
        "--format",
        "pcm:23000");
    refused("found 'pcmu:16000'", "talk", "--text", "x", "--format", "pcmu:16000");
  }

  @Test
  void limits_that_are_none_are_told() {
    refused("a time such as 500ms, 30s, 120min or 2h, found '5'", "serve", "--max-duration", "5");
    refused("'--inactivity'", "serve", "--inactivity", "1.5s");
    refused("--inactivity: 'idle=0ms': expected a time", "serve", "--inactivity", "0s");
    refused("--max-sessions: 'sessions=-1': expected a whole", "serve", "--max-sessions", "-1");
  }

  /** Each with what was expected and what is near, as faults are. */
  @Test
  void every_mistake_in_limits_is_told_at_once() {
    Ran ran =
        Ran.soundcheck(
            "serve", "--max-sessions", "-2", "--limit", "mesage=1MiB,rate=0", "--limit", "idle=x");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--max-sessions: 'sessions=-2': expected a whole number")
        .contains("--limit: 'mesage=1MiB': expected a limit, got 'mesage', did you mean 'message'?")
        .contains("--limit: 'rate=0': expected a whole number from 1")
        .contains("--limit: 'idle=x': expected a time such as");
  }

  @Test
  void saying_nothing_says_what_can_be_said() {
    refused(
        "Nothing to say: expected --wav FILE, --say TEXT, --text TEXT, --mic or --play SCENARIO.",
        "talk");
    refused("--say: expected TEXT after it", "talk", "--say");
    refused("--say: expected words, found none.", "talk", "--say", " ");
    refused("--text: expected words, found none.", "talk", "--text", "");
  }

  @Test
  void a_scenario_takes_no_turns_and_no_turn_taking_beside_it() {
    refused(
        "--play takes all its turns from the scenario", "talk", "--play", "x", "--text", "Hello");
    refused("how turns end is the scenario's", "talk", "--play", "x", "--manual");
  }

  @Test
  void all_mistakes_of_a_talk_are_told_at_once() throws IOException {
    Path noWav =
        Files.writeString(
            folder.resolve("no.wav"), "This is text, and it is long enough for a header.");
    Ran ran =
        Ran.soundcheck(
            "talk",
            "--url",
            "http://localhost",
            "--wav",
            "missing.wav",
            noWav.toString(),
            "--out",
            "nowhere/answer.wav",
            "--ca",
            "nowhere.pem",
            "--timeout",
            "0");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--url: expected ws://HOST:PORT/PATH or wss://…, found 'http://localhost'.")
        .contains("--wav: there is no file 'missing.wav'.")
        .contains(noWav.toString())
        .contains("--out: 'nowhere/answer.wav' cannot be written")
        .contains("--ca: there is no file 'nowhere.pem' to read.")
        .contains("--timeout: expected at least 1 second, found 0.");
  }

  @Test
  void where_nothing_listens_it_says_how_to_start_a_server() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    refused(
        "nothing listens there. Is a server running? ./soundcheck serve starts one.",
        "talk",
        "--url",
        "ws://127.0.0.1:%d/v1/realtime".formatted(free),
        "--text",
        "Hello");
  }

  /** clients.md B: 401 before the upgrade. The server's words are shown. */
  @Test
  void a_refused_key_says_where_to_give_one() {
    try (MockVoiceServer server =
        MockVoiceServer.start(ServerOptions.builder().keys(List.of("secret")).build())) {
      refused(
          "the server refused the key (401): The key is none of those that the server was started with",
          "talk",
          "--url",
          server.uri().toString(),
          "--key",
          "wrong",
          "--text",
          "Hello");
      assertThat(
              Ran.soundcheck(
                      "talk",
                      "--url",
                      server.uri().toString(),
                      "--key",
                      "secret",
                      "--text",
                      "Hello")
                  .status())
          .isZero();
    }
  }

  /** design.md, "Choosing the scenario": 404 with the nearest names, which are shown. */
  @Test
  void a_scenario_that_the_server_does_not_know_names_the_nearest() {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      refused(
          "tools/parallel-tool-calls",
          "talk",
          "--url",
          server.uri().toString(),
          "--scenario",
          "tools/paralel-tool-calls",
          "--text",
          "Hello");
    }
  }

  @Test
  void a_certificate_nobody_signed_says_how_to_trust_it() {
    try (MockVoiceServer server =
        MockVoiceServer.start(ServerOptions.builder().tls(folder.resolve("tls")).build())) {
      String url = server.uri().toString();
      refused(
          "this machine does not trust the server's certificate. Give its authority with --ca FILE.",
          "talk",
          "--url",
          url,
          "--text",
          "Hello");
      String authority = server.certificateAuthority().orElseThrow().toString();
      assertThat(
              Ran.soundcheck("talk", "--url", url, "--ca", authority, "--text", "Hello").status())
          .isZero();
    }
  }

  @Test
  void tls_on_one_side_only_says_which_address_to_use() {
    try (MockVoiceServer plain = MockVoiceServer.start(ServerOptions.builder().build());
        MockVoiceServer tls =
            MockVoiceServer.start(ServerOptions.builder().tls(folder.resolve("tls")).build())) {
      String toPlain = plain.uri().toString().replace("ws://", "wss://");
      refused("its address begins with ws://.", "talk", "--url", toPlain, "--text", "Hello");
      String toTls = tls.uri().toString().replace("wss://", "ws://");
      refused("its address begins with wss://.", "talk", "--url", toTls, "--text", "Hello");
    }
  }

  @Test
  void a_certificate_file_without_certificates_is_named() throws IOException {
    Path noPem = Files.writeString(folder.resolve("no.pem"), "nothing");
    refused(
        noPem + ": expected a PEM file of certificates",
        "talk",
        "--url",
        "wss://localhost:1/",
        "--ca",
        noPem.toString(),
        "--text",
        "Hello");
  }

  private static void refused(String because, String... args) {
    Ran ran = Ran.soundcheck(args);

    assertThat(ran.err()).contains(because).doesNotContain("Exception");
    assertThat(ran.status()).isEqualTo(2);
  }
}
