package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Kinds;
import dev.soundcheck.schemas.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever comes in over a real connection is answered, and no session and no thread is left of it.
 */
final class SocketFuzzTest {
  private static final List<String> REQUESTS =
      List.of(
          "GET /\n",
          "GET /v1/realtime?model=grok-voice-latest&scenario=hello\n",
          "POST /v1/realtime/client_secrets\nAuthorization: Bearer k\n{\"expires_after\":{\"seconds\":300}}",
          "POST /v1/realtime/calls/rtc_1/refer\napi-key: k\n{\"target_uri\":\"tel:+15551234567\"}",
          "POST /v1/realtime/calls/rtc_1/hangup\nAuthorization: Bearer k+scenario:x+test:y\n",
          "GET /v1/tts/voices\nOrigin: http://a\n",
          "GET /v1/tts/voices/eve\n",
          "GET /soundcheck/health\n",
          "GET /soundcheck/metrics\n",
          "GET /soundcheck/scenarios?test=t\n",
          "POST /soundcheck/queue?test=t\n{\"scenario\":\"hello/hi-is-said-back\"}",
          "POST /soundcheck/queue\n{\"feature\":\"Feature: F\\n  Scenario: S\\n    When the user types \\\"x\\\"\"}",
          "PUT /soundcheck/features?test=t\n{\"files\":{\"a/b.feature\":\"Feature: F\\n  Scenario: S\\n    When the user types \\\"x\\\"\"}}",
          "POST /soundcheck/features/check\n{\"folder\":\"/nowhere\"}",
          "DELETE /soundcheck/queue\n",
          "GET /soundcheck/sessions?session=1&audio=hash\n",
          "GET /soundcheck/sessions/1\n",
          "GET /soundcheck/sessions/1/trace?audio=kept\n",
          "GET /soundcheck/findings?test=t&session=1\n",
          "GET /soundcheck/result\nX-Soundcheck-Test: t\n",
          "POST /soundcheck/sessions/1/events\n{\"type\":\"ping\",\"timestamp\":1}",
          "POST /soundcheck/sessions/1/faults\n{\"faults\":\"delay=800ms,drop\"}",
          "POST /soundcheck/sessions/1/close\n{\"code\":1001,\"reason\":\"bye\"}",
          "POST /soundcheck/calls\n{\"scenario\":\"x\",\"from\":\"+1\",\"to\":\"+2\",\"headers\":{\"a\":\"b\"}}",
          "GET /soundcheck/time\n",
          "POST /soundcheck/time\n{\"advance_ms\":10}",
          "POST /soundcheck/reset?test=t\n{}");

  private MockVoiceServer server;

  @BeforeEach
  void start() {
    server = MockVoiceServer.start(ServerOptions.builder().build());
  }

  @AfterEach
  void nothing_is_left() {
    Steward steward = new Steward(server);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(steward.get("health").text()).contains("\"open_sessions\":0"));
    server.close();
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(ours()).isEmpty());
  }

  /** Threads of the server, by their names. */
  private static List<String> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("soundcheck"))
        .toList();
  }

  @Test
  void every_request_is_answered_and_none_with_a_failure_of_ours() throws Exception {
    try (PlainHttp http = new PlainHttp(server.httpUri())) {
      Fuzz.ofTexts("requests", Kinds.expressions(), REQUESTS).runTexts(text -> asked(http, text));
    }
    assertThat(server.findings()).isEmpty();
  }

  private static boolean asked(PlainHttp http, String text) throws IOException {
    // Who names the root has all files of the machine looked at, which takes its time.
    String[] parts = text.replaceAll("(\"folder\":\")[/.]+", "$1nowhere").split("\n", 3);
    String first = parts[0].replace("/soundcheck/live", "/");
    String[] words = first.split(" ", 2);
    boolean known = Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS").contains(words[0]);
    String head =
        (known ? words[0] : "GET")
            + " "
            + target(words.length > 1 ? words[1] : "")
            + headers(parts);
    String body = parts.length == 3 ? parts[2] : parts.length == 2 ? parts[1] : "";
    int status = http.asks(head, body.getBytes(StandardCharsets.UTF_8));
    assertThat(status).as(head).isLessThan(500);
    return status < 300;
  }

  /** As a client writes it that escapes all that has to be. */
  private static String target(String text) {
    StringBuilder target = new StringBuilder();
    text.codePoints()
        .forEach(
            one ->
                target.append(
                    one > ' ' && one < 127 && "#<>\"{}|\\^`%".indexOf(one) < 0
                        ? Character.toString(one)
                        : URLEncoder.encode(Character.toString(one), StandardCharsets.UTF_8)));
    return target.toString().startsWith("/") ? target.toString() : "/" + target;
  }

  private static String headers(String[] parts) {
    return parts.length == 3 && parts[1].matches("[A-Za-z-]+: [ -~]*+") ? "\n" + parts[1] : "";
  }

  /** A modest number, since each waits for its answer. */
  @Test
  void every_message_of_a_socket_is_answered() throws Exception {
    Caller[] caller = {Caller.to(server.uri())};
    Fuzz.ofTexts("socket", Kinds.json(), messages()).oneIn(25).runTexts(text -> said(caller, text));
    caller[0].hangsUp();
    assertThat(server.findings())
        .extracting(finding -> finding.kind().name())
        .doesNotContain("INTERNAL", "SERVER");
  }

  /** After each hundred the client goes and another comes. */
  private boolean said(Caller[] caller, String text) throws ExecutionException {
    if (text.hashCode() % 100 == 0) {
      caller[0].vanishes();
      caller[0] = Caller.to(server.uri());
    }
    caller[0].says(text).pings().rest();
    return true;
  }

  private static List<String> messages() {
    return Stream.concat(
            Stream.of("{\"type\":\"input_audio_buffer.append\",\"audio\":\"AAAA\"}"),
            Corpus.texts("recordings", ".ndjson").stream()
                .limit(20)
                .flatMap(String::lines)
                .map(Json.mapper()::readTree)
                .filter(line -> line.path("from").asString("").equals("client"))
                .map(line -> line.path("event"))
                .filter(JsonNode::isObject)
                .map(JsonNode::toString)
                .filter(message -> message.length() < 3_000))
        .toList();
  }
}
