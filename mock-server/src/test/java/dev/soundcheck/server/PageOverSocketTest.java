package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.time.Time;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The page, and what it asks the control API for (docs/decisions/server-page.md). */
@Timeout(60)
final class PageOverSocketTest {
  private final MockVoiceServer server = MockVoiceServer.start(options().build());
  private final Steward steward = new Steward(server);

  private static ServerOptionsBuilder options() {
    return ServerOptions.builder().journals(false).time(Time.VIRTUAL).seed(3);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_browser_gets_the_page_and_a_program_what_it_always_got() throws Exception {
    HttpResponse<String> browser = get(server, "/", "text/html,application/xhtml+xml,*/*;q=0.8");
    HttpResponse<String> program = get(server, "/", "*/*");

    assertThat(browser.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(browser.headers().firstValue("Vary")).contains("Accept");
    assertThat(browser.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(browser.body()).contains("/soundcheck/page/main.js");
    assertThat(program.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void other_paths_are_answered_as_before() throws Exception {
    assertThat(get(server, "/nothing", "text/html").statusCode()).isEqualTo(404);
    assertThat(get(server, "/v1/realtime", "text/html").statusCode()).isEqualTo(426);
    assertThat(get(server, "/soundcheck/page/nothing.js", "*/*").statusCode()).isEqualTo(404);
  }

  /** The page asks for the key itself; a browser opens it without one. */
  @Test
  void with_a_control_key_the_files_are_there_and_nothing_else() throws Exception {
    try (MockVoiceServer locked = MockVoiceServer.start(options().controlKey("sesame").build())) {
      assertThat(get(locked, "/", "text/html").statusCode()).isEqualTo(200);
      assertThat(get(locked, "/soundcheck/page/main.js", "*/*").statusCode()).isEqualTo(200);
      assertThat(get(locked, "/soundcheck/sessions", "*/*").statusCode()).isEqualTo(401);
      assertThat(get(locked, "/soundcheck/events/ping", "*/*").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void events_are_explained_by_profile() throws Exception {
    JsonNode events = steward.get("events?profile=documented").json().path("events");
    JsonNode update = steward.get("events/session.update").json();

    assertThat(events.findValuesAsString("type")).contains("session.update", "response.done");
    assertThat(update.path("from").asString()).isEqualTo("client");
    assertThat(update.path("fields").findValuesAsString("path")).contains("session.tools[].name");
    assertThat(update.at("/usual/type").asString()).isEqualTo("session.update");
    assertThat(steward.get("faults").json().at("/faults/0/usage").asString()).contains("refuse");
  }

  @ParameterizedTest
  @CsvSource({
    "events/session.rename, 404, GET /soundcheck/events lists them",
    "events?profile=lvie, 400, perhaps 'live'",
    "events/ping?profile=none, 400, 'none'",
    "diff?left=1, 400, right: expected the number of a session",
    "diff?left=1&right=2, 404, There is no session 1",
    "sessions/7/offences, 404, There is no session 7"
  })
  void what_is_not_there_is_told(String path, int status, String why) throws Exception {
    assertThat(steward.get(path).status()).isEqualTo(status);
    assertThat(steward.get(path).json().path("error").asString()).contains(why);
  }

  @Test
  void a_server_that_knows_no_rules_says_so() throws Exception {
    Caller.to(server.uri()).hears("ping");

    assertThat(steward.get("sessions/1/offences").status()).isEqualTo(501);
    assertThat(steward.get("diff?left=1&right=1").json().path("error").asString())
        .contains("soundcheck serve");
  }

  @Test
  void a_judge_sees_each_session_as_if_it_were_the_only_one() throws Exception {
    try (MockVoiceServer judged = MockVoiceServer.start(options().judge(new Nitpicker()).build())) {
      Caller.to(judged.uri()).hears("ping");
      Caller.to(judged.uri()).hears("ping");
      Steward asks = new Steward(judged);

      JsonNode offence = asks.get("sessions/2/offences").json().at("/offences/0");
      assertThat(offence.path("rule").asString()).isEqualTo("only-connection-1");
      assertThat(offence.path("at_ms").asInt()).isEqualTo(1500);
      assertThat(offence.at("/sources/0").asString()).isEqualTo("a document");
      assertThat(asks.get("diff?left=1&right=2").json().path("equal").asBoolean()).isTrue();
    }
  }

  /** Tells which connections it was shown. */
  private static final class Nitpicker implements Judge {
    @Override
    public List<Offence> offences(Trace trace) {
      return List.of(
          new Offence(
              "warning",
              "only-connection-" + connections(trace),
              2,
              Duration.ofMillis(1500),
              Origin.SERVER,
              "ping",
              "expected a, found b",
              List.of("a document")));
    }

    @Override
    public String difference(Trace left, Trace right) {
      return "{\"equal\":%b}".formatted(connections(left).equals(connections(right)));
    }

    private static String connections(Trace trace) {
      List<Integer> all = trace.seen().stream().map(one -> one.connection()).distinct().toList();
      return all.size() == 1 ? String.valueOf(all.get(0)) : all.toString();
    }
  }

  private static HttpResponse<String> get(MockVoiceServer of, String path, String accept)
      throws Exception {
    URI uri = of.httpUri().resolve(path);
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", accept).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
