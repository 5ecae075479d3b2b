package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.time.Time;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** live-behaviour.md §5.2 and §5.3, over a real socket. */
@Timeout(60)
final class SessionLimitsTest {
  private static MockVoiceServer server(String limits) {
    return MockVoiceServer.start(ServerOptions.builder().limits(limits).build());
  }

  /**
   * live-behaviour.md §5.3: the socket opens, the first event is a failed response, then a close.
   */
  @Test
  void one_session_too_many_is_told_so_by_its_first_event() throws ExecutionException {
    try (MockVoiceServer server = server("sessions=1")) {
      Caller first = Caller.to(server.uri());
      first.hears("session.created");
      Caller second = Caller.to(server.uri());

      JsonNode failed = second.hears();
      assertThat(failed.path("type").asString()).isEqualTo("response.done");
      assertThat(failed.at("/response/status").asString()).isEqualTo("failed");
      assertThat(failed.at("/response/status_details").toString())
          .isEqualTo(
              "{\"type\":\"failed\",\"error\":{\"type\":\"invalid_request_error\","
                  + "\"code\":\"rate_limit_exceeded\","
                  + "\"message\":\"Too many concurrent sessions. Limit is 1.\"}}");
      assertThat(second.farewell().code()).isEqualTo(1000);
      first.says("{\"type\":\"session.update\",\"session\":{}}").hears("session.updated");
      assertThat(server.findings()).isEmpty();
    }
  }

  @Test
  void a_session_that_ended_makes_room_for_another() throws ExecutionException {
    try (MockVoiceServer server = server("sessions=1")) {
      for (int i = 0; i < 5; i++) {
        await().atMost(Duration.ofSeconds(10)).until(() -> letsIn(server));
      }
    }
  }

  /** A client knows that its close was answered a little before the server has put it away. */
  private static boolean letsIn(MockVoiceServer server) throws ExecutionException {
    Caller caller = Caller.to(server.uri());
    boolean in = caller.hears().path("type").asString().equals("session.created");
    if (in) {
      caller.hangsUp();
    }
    return in;
  }

  /** clients.md §10.1: with ids added nobody's parser rejects it. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void no_profile_breaks_its_contract_by_it(Profile profile) throws ExecutionException {
    ServerOptions options = ServerOptions.builder().profile(profile).limits("sessions=0").build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Caller caller = Caller.to(server.uri());
      assertThat(caller.hears().at("/response/status").asString()).isEqualTo("failed");
      caller.farewell();
      assertThat(server.findings()).isEmpty();
    }
  }

  /** live-behaviour.md §5.2: the error, then the close; two hours pass at once. */
  @Test
  void two_hours_are_enough() throws ExecutionException {
    ServerOptions options = ServerOptions.builder().time(Time.VIRTUAL).build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Caller caller = Caller.to(server.uri());
      caller.hears("session.created");
      server.advance(Duration.ofHours(2));

      assertThat(caller.hears("error").at("/error/type").asString()).isEqualTo("max_duration");
      assertThat(caller.farewell().code()).isEqualTo(1000);
      assertThat(caller.farewell().reason()).contains("120 min");
    }
  }

  @Test
  void a_client_that_sends_nothing_is_sent_away_where_that_is_wanted() throws ExecutionException {
    try (MockVoiceServer server = server("idle=200ms")) {
      Caller caller = Caller.to(server.uri());

      assertThat(caller.hears("error").at("/error/code").asString()).isEqualTo("timeout");
      assertThat(caller.farewell().code()).isEqualTo(1000);
    }
  }

  /** live-behaviour.md §5.3 counts teams; a key is as near as a mock gets to one. */
  @Test
  void sessions_of_one_key_are_counted_with_those_of_its_client_secrets() throws Exception {
    try (MockVoiceServer server = server("sessions-per-key=1")) {
      Caller first = Caller.to(server.uri(), Map.of("api-key", "one"));
      first.hears("session.created");
      String secret = mint(server, "one");

      assertThat(first(server, "two")).isEqualTo("session.created");
      assertThat(first(server, "one")).isEqualTo("response.done");
      assertThat(first(server, secret)).isEqualTo("response.done");
      assertThat(first(server, mint(server, "three"))).isEqualTo("session.created");
    }
  }

  @Test
  void sessions_in_total_are_counted_over_all_tests() throws ExecutionException {
    try (MockVoiceServer server = server("sessions-in-total=2")) {
      Caller.to(server.test("one").uri()).hears("session.created");
      Caller.to(server.test("other").uri()).hears("session.created");

      assertThat(Caller.to(server.uri()).hears().at("/response/status_details").toString())
          .contains("Too many concurrent sessions. Limit is 2.");
    }
  }

  /** docs/decisions/server-limits.md: 1008, because no message of it is too large by itself. */
  @Test
  void a_client_that_has_sent_too_much_is_sent_away() throws ExecutionException {
    try (MockVoiceServer server = server("bytes=1000")) {
      Caller caller = Caller.to(server.uri());
      caller.says("x".repeat(900)).hears("error");
      caller.startsSaying("x".repeat(101));

      assertThat(caller.farewell())
          .isEqualTo(
              new Caller.Farewell(
                  1008, "The client has sent more than 1000 bytes, the limit of a session."));
      assertThat(server.findings()).anyMatch(found -> found.message().contains("1000 bytes"));
    }
  }

  @Test
  void an_item_too_many_is_refused_until_one_is_deleted() throws ExecutionException {
    try (MockVoiceServer server = server("items=1")) {
      Caller caller = Caller.to(server.uri());
      caller.says(item("a")).hears("conversation.item.added");

      assertThat(caller.says(item("b")).hears("error").at("/error/message").asString())
          .startsWith("The conversation has 1 items, the most that it may have");
      caller.says("{\"type\":\"conversation.item.delete\",\"item_id\":\"a\"}");
      caller.says(item("c")).hears("conversation.item.added");
    }
  }

  /** All messages come, however many: none is lost by being read late. */
  @Test
  void messages_that_are_too_many_in_a_second_are_read_later() throws ExecutionException {
    try (MockVoiceServer server = server("rate=20")) {
      Caller caller = Caller.to(server.uri());
      long before = System.nanoTime();
      for (int i = 0; i < 30; i++) {
        caller.says("{\"type\":\"x" + i + "\"}");
      }

      for (int i = 0; i < 30; i++) {
        assertThat(caller.hears("error").toString()).contains("x" + i + "\\");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThan(Duration.ofMillis(400));
    }
  }

  @Test
  void a_journal_that_is_full_says_so_once() throws ExecutionException {
    try (MockVoiceServer server = server("journal=5KiB")) {
      Caller caller = Caller.to(server.uri());
      for (int i = 0; i < 30; i++) {
        caller.says("{\"type\":\"session.update\",\"session\":{}}").hears("session.updated");
      }

      assertThat(server.findings())
          .singleElement()
          .matches(found -> found.message().startsWith("No more than 5120 bytes are kept"));
      assertThat(server.connections().get(0)).hasSizeLessThan(20);
    }
  }

  private static String item(String id) {
    return """
        {"type":"conversation.item.create","item":{"id":"%s","type":"message","role":"user",
         "content":[{"type":"input_text","text":"Hello"}]}}"""
        .formatted(id);
  }

  private static String first(MockVoiceServer server, String key) throws ExecutionException {
    return Caller.to(server.uri(), Map.of("api-key", key)).hears().path("type").asString();
  }

  private static String mint(MockVoiceServer server, String key) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.httpUri().resolve("/v1/realtime/client_secrets"))
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    String minted =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return JsonMapper.shared().readTree(minted).path("value").asString();
  }
}
