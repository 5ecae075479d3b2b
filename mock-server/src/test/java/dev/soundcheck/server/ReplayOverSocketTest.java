package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** A recording played to clients on the network (issue 3 point 4). */
@Timeout(60)
final class ReplayOverSocketTest {
  private static final String ASK = "{\"type\":\"response.create\"}";

  @Test
  void twenty_clients_at_once_get_ids_of_their_own() throws ExecutionException {
    try (MockVoiceServer server = playing(ping())) {
      List<Caller> callers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        callers.add(Caller.to(server.uri()));
      }
      Set<String> responses = new HashSet<>();
      for (Caller caller : callers) {
        caller.says(ASK);
        String created = caller.hears("response.created").at("/response/id").asString();
        assertThat(caller.hears("response.done").at("/response/id").asString()).isEqualTo(created);
        responses.add(created);
      }
      assertThat(responses).hasSize(20).doesNotContain("resp_0001");
      assertThat(server.findings()).isEmpty();
    }
  }

  @Test
  void a_client_that_vanishes_is_a_finding_and_harms_nobody_else() throws ExecutionException {
    try (MockVoiceServer server = playing(ping())) {
      Caller gone = Caller.to(server.uri());
      Caller stays = Caller.to(server.uri());
      gone.vanishes();
      await().until(() -> !server.findings().isEmpty());

      stays.says(ASK).hears("response.done");
      assertThat(server.findings().get(0).message())
          .isEqualTo(
              "expected response.create (number 1, recorded at 0.000 s), which did not come");
    }
  }

  @Test
  void garbage_is_a_finding_and_the_play_goes_on() throws ExecutionException {
    try (MockVoiceServer server = playing(ping())) {
      Caller caller = Caller.to(server.uri()).says("{\"type\":").sends(new byte[] {1, 2});

      caller.says(ASK).hears("response.done");
      assertThat(server.findings()).hasSize(2);
    }
  }

  private static MockVoiceServer playing(Trace trace) {
    return MockVoiceServer.start(ServerOptions.builder().recording(trace).build());
  }

  private static Trace ping() {
    List<Observed> seen =
        List.of(
            said(Origin.CLIENT, ASK),
            said(
                Origin.SERVER,
                "{\"type\":\"response.created\",\"response\":{\"id\":\"resp_0001\"}}"),
            said(
                Origin.SERVER, "{\"type\":\"response.done\",\"response\":{\"id\":\"resp_0001\"}}"));
    return new Trace(
        TraceHeader.of(Instant.EPOCH, "ws://somewhere", Profile.LIVE, "test"), seen, List.of());
  }

  private static Observed said(Origin from, String text) {
    var json = JsonMapper.shared().readTree(text);
    return new Observed.Message(Duration.ZERO, 1, from, json.path("type").asString(), json);
  }
}
