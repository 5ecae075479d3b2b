package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.server.time.Time;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A server steered from outside (issue 4, point 6). */
@Timeout(60)
final class ControlOverSocketTest {
  private static final String CREATE = "{\"type\":\"response.create\"}";
  private static final String CALL = "calls/a-caller-is-greeted-and-asks-something";
  private static final String TYPED =
      """
      {"type":"conversation.item.create","item":{"type":"message","role":"user",
       "content":[{"type":"input_text","text":"Hello"}]}}""";
  private static final String FEATURE =
      """
      Feature: Hello
        Scenario: A greeting
          When the user types "Hello"
          Then the assistant says "Good morning."
      """;

  private final MockVoiceServer server =
      MockVoiceServer.start(
          ServerOptions.builder().journals(false).time(Time.VIRTUAL).seed(3).build());
  private final Steward steward = new Steward(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sessions_are_listed_while_they_run_and_after() throws Exception {
    Caller app = Caller.to(URI.create(server.uri() + "?test=mine&model=grok-voice-latest"));
    app.says("no JSON").hears("error");

    JsonNode open = steward.get("sessions?test=mine").json().at("/sessions/0");
    assertThat(open.path("open").asBoolean()).isTrue();
    assertThat(open.path("test").asString()).isEqualTo("mine");
    assertThat(open.path("model").asString()).isEqualTo("grok-voice-latest");
    assertThat(open.path("findings").asInt()).isEqualTo(1);
    assertThat(open.path("opened_at").asString()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(steward.get("health").json().path("open_sessions").asInt()).isEqualTo(1);

    app.hangsUp();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !steward.get("sessions/1").json().path("open").asBoolean());
    assertThat(steward.get("sessions/1").json().at("/closed/code").asInt()).isEqualTo(1000);
    assertThat(steward.get("sessions?test=other").json().path("sessions")).isEmpty();
  }

  @Test
  void a_trace_can_be_read_as_every_other() throws Exception {
    Caller.to(server.uri()).says(TYPED).says(CREATE).hears("response.done");

    Trace whole = trace("sessions/1/trace");
    Trace hashed = trace("sessions/1/trace?audio=hash");
    assertThat(whole.messages()).extracting(seen -> seen.type()).contains("response.done");
    assertThat(hashed.seen()).hasSameSizeAs(whole.seen());
    assertThat(steward.get("sessions/1/trace?audio=hash").text().length())
        .isLessThan(steward.get("sessions/1/trace").text().length() / 2);
  }

  private Trace trace(String path) throws Exception {
    byte[] text = steward.get(path).text().getBytes(StandardCharsets.UTF_8);
    return TraceReader.read(path, new ByteArrayInputStream(text));
  }

  @Test
  void findings_and_results_say_how_it_went() throws Exception {
    assertThat(steward.get("result").status()).isEqualTo(404);
    steward.post("queue?test=mine", queueing(FEATURE));
    Caller app = Caller.to(server.test("mine").uri());
    app.says(TYPED.replace("Hello", "Good bye")).says(CREATE).hears("response.done");

    JsonNode result = steward.get("result?test=mine").json();
    assertThat(result.path("scenario").asString()).isEqualTo("given/a-greeting");
    assertThat(result.path("over").asBoolean()).isTrue();
    assertThat(result.path("met").asBoolean()).isFalse();
    assertThat(result.at("/unmet/0").asString()).contains("Hello", "Good bye");
    JsonNode finding = steward.get("findings?test=mine").json().at("/findings/0");
    assertThat(finding.path("kind").asString()).isEqualTo("scenario");
    assertThat(steward.get("findings?test=other").json().path("findings")).isEmpty();
  }

  @Test
  void a_scenario_that_was_played_as_written_is_met() throws Exception {
    steward.post("queue", queueing(FEATURE));
    Caller app = Caller.to(server.uri());
    app.hears("ping");
    assertThat(steward.get("result").json().path("waits_for").asString())
        .isEqualTo("given:3: the user types \"Hello\"");
    app.says(TYPED).says(CREATE).hears("response.done");

    assertThat(steward.get("result").json().path("met").asBoolean()).isTrue();
  }

  @Test
  void what_is_in_line_is_played_to_the_next_client_of_its_test() throws Exception {
    steward.post(
        "queue?test=mine",
        "{\"scenario\":\"keepalive/a-ping-with-the-greeting-and-one-ten-seconds-later\"}");
    Steward mine = new Steward(server, "X-Soundcheck-Test", "mine");

    assertThat(steward.get("queue").json().path("queued")).isEmpty();
    assertThat(mine.get("queue").json().path("queued")).hasSize(1);
    Caller.to(server.test("mine").uri()).hears("ping");
    assertThat(mine.get("queue").json().path("queued")).isEmpty();
    mine.post("queue", queueing(FEATURE));
    assertThat(mine.ask("DELETE", "queue", "").json().path("queued")).isEmpty();
  }

  @Test
  void events_and_closes_can_be_ordered_in_a_session_that_runs() throws Exception {
    Caller app = Caller.to(server.uri());
    app.hears("ping");
    assertThat(
            steward
                .post("sessions/1/events", "{\"type\":\"error\",\"error\":{\"message\":\"Ouch\"}}")
                .status())
        .isEqualTo(202);
    JsonNode error = app.hears("error");
    assertThat(error.at("/error/message").asString()).isEqualTo("Ouch");
    assertThat(error.path("event_id").asString()).isNotEmpty();

    steward.post("sessions/1/close", "{\"code\":1011,\"reason\":\"gone\"}");
    assertThat(app.farewell()).isEqualTo(new Caller.Farewell(1011, "gone"));
    assertThat(steward.post("sessions/1/close", "{\"code\":1000}").status()).isEqualTo(409);
    assertThat(steward.post("sessions/7/close", "{\"code\":1000}").status()).isEqualTo(404);
  }

  @Test
  void a_session_that_runs_can_be_made_to_misbehave() throws Exception {
    Caller app = Caller.to(server.uri());
    app.hears("ping");
    steward.post("sessions/1/faults", "{\"faults\":\"drop=session.updated:1x\"}");
    app.says("{\"type\":\"session.update\",\"session\":{}}").says("{\"type\":\"x\"}");

    assertThat(app.hears().path("type").asString()).isEqualTo("error");
    app.says("{\"type\":\"session.update\",\"session\":{}}").hears("session.updated");
  }

  /** live-behaviour.md §7.3: an app joins a call by its id. */
  @Test
  void a_call_comes_in_and_is_joined_by_its_id() throws Exception {
    Steward.Answer placed =
        steward.post(
            "calls?test=mine", "{\"scenario\":\"%s\",\"from\":\"+15550123\"}".formatted(CALL));
    String call = placed.json().path("call_id").asString();
    assertThat(placed.status()).isEqualTo(202);

    Caller.to(URI.create(server.uri() + "?call_id=" + call)).hears("session.created");
    JsonNode session = steward.get("sessions?test=mine").json().at("/sessions/0");
    assertThat(session.path("scenario").asString()).isEqualTo(CALL);
    assertThat(steward.post("calls", "{\"scenario\":\"nowhere\"}").status()).isEqualTo(404);
  }

  @Test
  void other_features_can_be_loaded_and_mistakes_change_nothing() throws Exception {
    String good = "{\"files\":{\"own/a.feature\":%s}}".formatted(quoted(FEATURE));
    assertThat(steward.ask("PUT", "features", good).status()).isEqualTo(200);
    assertThat(steward.get("scenarios").text()).contains("own/a-greeting");

    String bad = good.replace("assistant says", "assistant sais");
    Steward.Answer refused = steward.ask("PUT", "features", bad);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/fields/0").asString()).isEqualTo("files");
    assertThat(refused.json().at("/mistakes/0").asString()).startsWith("own/a.feature:4:10: ");
    assertThat(steward.get("scenarios").text()).contains("own/a-greeting");
    JsonNode checked = steward.post("features/check", bad).json();
    assertThat(checked.path("valid").asBoolean()).isFalse();
    assertThat(checked.path("mistakes")).hasSize(1);
  }

  @Test
  void features_of_one_test_are_not_those_of_another() throws Exception {
    String body = "{\"files\":{\"own/a.feature\":%s}}".formatted(quoted(FEATURE));
    assertThat(steward.ask("PUT", "features?test=mine", body).status()).isEqualTo(200);

    assertThat(steward.get("scenarios?test=mine").text()).contains("own/a-greeting");
    assertThat(steward.get("scenarios?test=other").text()).doesNotContain("own/a-greeting");
    Caller app = Caller.to(URI.create(server.test("mine").uri() + "&scenario=own/a-greeting"));
    app.says(TYPED).says(CREATE).hears("response.done");
  }

  @Test
  void time_is_moved_for_one_test() throws Exception {
    Caller app = Caller.to(server.test("mine").uri());
    app.hears("ping");
    JsonNode now = steward.post("time?test=mine", "{\"advance_ms\":10000}").json();

    assertThat(now.path("now").asString()).isEqualTo("2026-01-01T00:00:10Z");
    assertThat(steward.get("time").json().path("now").asString()).isEqualTo("2026-01-01T00:00:00Z");
    app.hears("ping");
  }

  @Test
  void a_reset_closes_and_forgets_what_belongs_to_its_test() throws Exception {
    steward.post("queue?test=mine", queueing(FEATURE));
    steward.post("queue?test=mine", queueing(FEATURE));
    steward.post("time?test=mine", "{\"advance_ms\":10000}");
    Caller mine = Caller.to(server.test("mine").uri());
    Caller other = Caller.to(server.test("other").uri());
    String first = mine.hears("session.created").path("session").path("id").asString();
    other.hears("ping");

    assertThat(steward.post("reset?test=mine", "").status()).isEqualTo(200);
    assertThat(mine.farewell().code()).isEqualTo(1001);
    assertThat(steward.get("queue?test=mine").json().path("queued")).isEmpty();
    assertThat(steward.get("sessions?test=mine").json().path("sessions")).isEmpty();
    assertThat(steward.get("sessions?test=other").json().path("sessions")).hasSize(1);
    assertThat(steward.get("time?test=mine").json().path("now").asString())
        .isEqualTo("2026-01-01T00:00:00Z");
    Caller again = Caller.to(server.test("mine").uri());
    assertThat(again.hears("session.created").path("session").path("id").asString())
        .isEqualTo(first);
  }

  @Test
  void what_happens_is_streamed_to_whoever_watches() throws Exception {
    Steward.Stream live = steward.stream("live?test=mine");
    live.next(":");
    Caller.to(server.test("other").uri()).hears("ping");
    Caller.to(server.test("mine").uri()).says("no JSON").hears("error");

    assertThat(live.next("\"scenario\"")).contains("\"session\":2", "\"test\":\"mine\"");
    live.next("\"type\":\"session.created\"");
    live.next("\"malformed\":\"no JSON\"");
    assertThat(live.next("\"kind\"")).contains("\"kind\":\"client\"");
  }

  @Test
  void metrics_count_what_happened() throws Exception {
    Caller.to(server.uri()).says("no JSON").says("{\"type\":\"session.rename\"}").hears("error");
    Caller second = Caller.to(server.uri());
    second.hears("ping");
    second.hangsUp();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(steward.get("metrics").text().lines())
                    .contains(
                        "soundcheck_sessions_total{profile=\"live\"} 2.0",
                        "soundcheck_sessions_open 1.0",
                        "soundcheck_sessions_closed_total{code=\"1000\",from=\"client\"} 1.0",
                        "soundcheck_events_total{from=\"server\",type=\"ping\"} 2.0",
                        "soundcheck_events_total{from=\"client\",type=\"unknown\"} 1.0",
                        "soundcheck_malformed_messages_total{from=\"client\"} 1.0"));
  }

  /** issue 4, "Bad input": a wrong body gets 400 with the field. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|queue|{}|scenario",
        "POST|queue|{\"scenario\":5}|scenario",
        "POST|queue|{\"scenario\":\"nowhere\"}|scenario",
        "POST|queue|{\"feature\":\"Feature: X\"}|feature",
        "POST|queue|{\"scenario\":\"x\",\"feature\":\"y\"}|scenario",
        "POST|queue|{\"scenari\":\"x\"}|scenari",
        "POST|calls|{\"from\":\"+15550123\"}|scenario",
        "POST|calls|{\"scenario\":\"x\",\"headers\":{\"a\":1}}|headers.a",
        "POST|time|{\"advance_ms\":-1}|advance_ms",
        "POST|time|{\"advance_ms\":\"1\"}|advance_ms",
        "POST|time|{}|advance_ms",
        "POST|sessions/1/events|{\"event_id\":\"x\"}|type",
        "POST|sessions/1/faults|{\"faults\":\"stal\"}|faults",
        "POST|sessions/1/faults|{\"faults\":\"refuse=401\"}|faults",
        "POST|sessions/1/close|{\"code\":99}|code",
        "POST|sessions/1/close|{\"code\":1000,\"reason\":7}|reason",
        "PUT|features|{\"files\":[]}|files",
        "PUT|features|{\"files\":{\"a.feature\":1}}|files.a.feature",
        "PUT|features|{\"folder\":\"/nowhere/at/all\"}|folder",
        "PUT|features|{\"folder\":\"no\\u0000name\"}|folder",
        "POST|reset|{\"test\":\"x\"}|test"
      })
  void a_wrong_body_is_refused_with_the_field(String method, String path, String body, String field)
      throws Exception {
    Caller.to(server.uri()).hears("ping");
    Steward.Answer answer = steward.ask(method, path, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("fields").valueStream().map(JsonNode::asString))
        .as(answer.text())
        .contains(field);
  }

  @ParameterizedTest
  @CsvSource({"findings?session=x", "sessions/x", "live?audio=loud", "sessions/1/trace?audio=1"})
  void wrong_words_in_path_or_query_are_refused(String path) throws Exception {
    Caller.to(server.uri()).hears("ping");

    assertThat(steward.get(path).status()).isEqualTo(400);
  }

  @Test
  void with_a_control_key_nobody_comes_in_without_it() throws Exception {
    ServerOptions options = ServerOptions.builder().controlKey("open sesame").build();
    try (MockVoiceServer locked = MockVoiceServer.start(options)) {
      assertThat(new Steward(locked).get("health").status()).isEqualTo(401);
      assertThat(new Steward(locked, "Authorization", "Bearer open sesame").get("health").status())
          .isEqualTo(200);
      assertThat(
              new Steward(locked, "Authorization", "Bearer open sesame")
                  .post("time", "{\"advance_ms\":1}")
                  .status())
          .as("real time cannot be moved")
          .isEqualTo(409);
    }
  }

  private static String queueing(String feature) {
    return "{\"feature\":" + quoted(feature) + "}";
  }

  private static String quoted(String text) {
    return Json.mapper().writeValueAsString(text);
  }
}
