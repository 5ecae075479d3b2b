package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.script.FaultKind;
import dev.soundcheck.server.Limit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person, or a program, sees of a running server (issue 2 point 2). */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class ServeTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Thread server = new Thread();

  @AfterEach
  void stop() throws InterruptedException {
    server.interrupt();
    server.join();
  }

  @Test
  void it_says_where_it_listens_and_how_to_point_each_client_there() {
    serve("--port", "0");
    String url = url();

    assertThat(out.toString())
        .contains("new WebSocket(\"" + url + "\", [\"xai-client-secret.any\"])")
        .contains("websocket_base_url=\"" + url.replace("/realtime", "") + "\"")
        .contains("GrokRealtimeLLMService(api_key=\"any\", base_url=\"" + url + "\")")
        .contains("xai.realtime.RealtimeModel(api_key=\"any\", base_url=\"" + url + "\")")
        .contains("api_base: http://127.0.0.1:");
  }

  @Test
  void with_keys_it_says_that_one_is_needed_and_shows_none() {
    serve("--port", "0", "--key", "open-sesame");
    String url = url();

    assertThat(out.toString())
        .contains("KEY is one that --key gave", "talk --url " + url + " --key KEY")
        .doesNotContain("open-sesame");
  }

  @Test
  void it_shows_each_turn_each_answer_and_the_end() {
    serve("--port", "0");
    Ran.soundcheck("talk", "--url", url(), "--text", "Good morning");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(out.toString())
                    .contains("#1  opened conversation/whatever-is-said-is-answered, profile live")
                    .contains("#1  types  Good morning")
                    .contains("#1  says   You typed: Good morning")
                    .contains("#1  closed 1000"));
  }

  @Test
  void programs_read_it_as_json_lines() {
    serve("--port", "0", "--json");
    JsonNode first = JSON.readTree(line(0));
    Ran.soundcheck("talk", "--url", first.path("url").stringValue(), "--text", "Good morning");

    await().atMost(SOON).until(() -> lines().size() >= 5);
    assertThat(first.path("event").stringValue()).isEqualTo("listening");
    assertThat(lines().subList(1, 5))
        .extracting(line -> JSON.readTree(line).path("event").stringValue())
        .containsExactly("opened", "typed", "says", "closed");
  }

  /** docs/decisions/audio-voices.md: what is of no use, and what nobody recorded, each once. */
  @Test
  void voices_come_from_a_folder_and_what_is_missing_is_remarked() throws IOException {
    Files.writeString(folder.resolve("broken.wav"), "no sound");
    serve("--port", "0", "--json", "--pace", "fast", "--voices", folder.toString());
    JsonNode first = JSON.readTree(line(0));
    Ran.soundcheck("talk", "--url", first.path("url").stringValue(), "--text", "Good morning");

    assertThat(first.path("event").stringValue()).isEqualTo("listening");
    await().atMost(SOON).until(() -> remarks().size() >= 2);
    assertThat(remarks().get(0)).contains("broken.wav is of no use");
    assertThat(remarks().get(1)).contains("Nobody recorded \"You typed: Good morning\"");
  }

  private List<String> remarks() {
    return lines().stream()
        .map(JSON::readTree)
        .filter(line -> line.path("event").stringValue().equals("remark"))
        .map(line -> line.path("message").stringValue())
        .toList();
  }

  /** issue 4 point 2: a call of a scenario, announced, joined and played by the client's role. */
  @Test
  void a_call_is_placed_announced_and_played() {
    String keys = "calls/keys-that-end-with-the-hash-are-answered-at-once";
    serve("--port", "0", "--json", "--call", keys, "--webhook", "http://127.0.0.1:1/hook");
    await().atMost(SOON).until(() -> lines().size() >= 3);
    List<JsonNode> said = lines().subList(1, 3).stream().map(JSON::readTree).toList();
    JsonNode call = said.stream().filter(it -> it.has("scenario")).findFirst().orElseThrow();
    JsonNode hook = said.stream().filter(it -> !it.has("scenario")).findFirst().orElseThrow();

    assertThat(hook.path("event").stringValue()).isEqualTo("webhook");
    assertThat(hook.path("call_id")).isEqualTo(call.path("call_id"));
    assertThat(hook.path("message").stringValue()).endsWith("not answered: nothing listens there");
    String url = call.path("url").stringValue();
    assertThat(url).endsWith("?call_id=" + call.path("call_id").stringValue());
    assertThat(Ran.soundcheck("talk", "--url", url, "--play", keys).status()).isZero();
  }

  @Test
  void a_call_or_webhook_that_cannot_work_starts_nothing() {
    Ran call = Ran.soundcheck("serve", "--port", "0", "--call", "calls/nothing");
    Ran webhook = Ran.soundcheck("serve", "--port", "0", "--webhook", "ftp://example.com");

    assertThat(call.status()).isEqualTo(2);
    assertThat(call.err()).contains("calls/nothing");
    assertThat(webhook.status()).isEqualTo(2);
    assertThat(webhook.err()).contains("http://localhost:3000/webhook", "ftp://example.com");
  }

  @Test
  void with_tls_it_names_the_authority_and_how_to_trust_it() {
    serve("--port", "0", "--tls-folder", folder.toString());
    url();

    assertThat(out.toString())
        .contains(
            "wss://", "SSL_CERT_FILE=" + folder, "NODE_EXTRA_CA_CERTS=" + folder, "--ca " + folder);
  }

  @Test
  void a_server_that_others_can_reach_needs_a_key_or_a_word() {
    Ran ran = Ran.soundcheck("serve", "--port", "0", "--host", "0.0.0.0");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("Others than this machine can reach '0.0.0.0'", "--key KEY", "--open");
  }

  @ParameterizedTest
  @CsvSource({
    "--open, Anyone who can reach 0.0.0.0 can use this server.",
    "--key=0123456789, It goes over the network for all to read; --tls encrypts it."
  })
  void with_either_it_warns(String option, String warning) {
    serve("--port", "0", "--host", "0.0.0.0", option);
    url();

    await().atMost(SOON).untilAsserted(() -> assertThat(err.toString()).contains(warning));
  }

  /** issue 4, points 5 and 6. */
  @Test
  void time_can_be_virtual_and_the_control_api_locked() throws Exception {
    serve("--port", "0", "--time", "virtual", "--control-key", "open-sesame");
    URI time =
        URI.create(url().replace("ws:", "http:").replace("/v1/realtime", "/soundcheck/time"));

    assertThat(answer(HttpRequest.newBuilder(time))).startsWith("401 ");
    assertThat(answer(HttpRequest.newBuilder(time).header("Authorization", "Bearer open-sesame")))
        .isEqualTo("200 {\"kind\":\"virtual\",\"now\":\"2026-01-01T00:00:00Z\"}");
    assertThat(out.toString()).doesNotContain("open-sesame");
  }

  private static String answer(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  @Test
  void quiet_shows_only_where_it_listens() {
    serve("--port", "0", "--quiet");
    Ran.soundcheck("talk", "--url", url(), "--text", "Good morning");

    assertThat(lines()).hasSize(1);
  }

  /** Issue 4, "Shown by": a fault of the server's on the command line. */
  @Test
  void with_a_fault_its_clients_meet_it() {
    serve("--port", "0", "--fault", "close=4321:enough@response.created");
    Ran talk = Ran.soundcheck("talk", "--url", url(), "--text", "Good morning");

    assertThat(talk.status()).isEqualTo(1);
    assertThat(talk.out() + talk.err()).contains("4321", "enough");
  }

  @Test
  void the_faults_that_there_are_can_be_listed() {
    Ran ran = Ran.soundcheck("faults");

    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines()).hasSize(FaultKind.values().length);
    assertThat(ran.out()).contains("close=code[:reason]  ", "(event response.output_audio.delta");
  }

  /** docs/limits.md: the item is refused, the session goes on. */
  @Test
  void with_a_limit_its_clients_meet_it() {
    serve("--port", "0", "--limit", "items=0");
    Ran talk = Ran.soundcheck("talk", "--url", url(), "--text", "Good morning");

    assertThat(talk.out()).contains("has 0 items, the most that it may have");
  }

  @Test
  void the_limits_that_there_are_can_be_listed() {
    Ran ran = Ran.soundcheck("limits");

    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines()).hasSize(2 * Limit.values().length);
    assertThat(ran.out())
        .contains("message            16MiB   the largest message of a client")
        .contains("beyond it: its session closes with 1009");
  }

  @Test
  void the_list_names_what_can_be_played() {
    Ran ran = Ran.soundcheck("serve", "--list");

    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("conversation/whatever-is-said-is-answered  ")
        .isEqualTo(Ran.soundcheck("scenarios").out());
  }

  private void serve(String... args) {
    String[] all = new String[args.length + 1];
    System.arraycopy(args, 0, all, 1, args.length);
    all[0] = "serve";
    server =
        new Thread(() -> Soundcheck.run(new PrintWriter(out), new PrintWriter(err), Map.of(), all));
    server.start();
  }

  private String url() {
    return line(0).replace("Listening on ", "");
  }

  private String line(int number) {
    await().atMost(SOON).until(() -> lines().size() > number);
    return lines().get(number);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }
}
