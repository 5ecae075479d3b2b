package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.time.Time;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

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
}
