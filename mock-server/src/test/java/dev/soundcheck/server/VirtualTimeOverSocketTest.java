package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.server.time.Time;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Time that moves by hand, over real sockets (issue 4, point 5). */
@Timeout(60)
final class VirtualTimeOverSocketTest {
  private static final String RESUMABLE =
      "{\"type\":\"session.update\",\"session\":{\"resumption\":{\"enabled\":true}}}";
  private static final String UPDATE = "{\"type\":\"session.update\",\"session\":{}}";
  private static final String CREATE = "{\"type\":\"response.create\"}";
  private static final String PATIENT =
      """
      Feature: Patience
        Scenario: Half an hour
          When the user types "Hello"
          Then the assistant says "One moment."
          And after 1800 s
          And the assistant says "Here I am again."
          And after 300 ms
          And the server sends "ping"
          And the connection closes with 1011 "gone"
      """;

  /** live-behaviour.md §2.15: a ping every ten seconds, so 180 in half an hour. */
  @Test
  void half_an_hour_of_a_scenario_takes_none_of_ours() throws ExecutionException {
    try (MockVoiceServer server = virtual().start(PATIENT)) {
      List<JsonNode> heard = conversation(server);

      assertThat(heard)
          .extracting(event -> event.path("type").asString())
          .filteredOn("response.done"::equals)
          .hasSize(2);
      assertThat(heard)
          .extracting(event -> event.path("type").asString())
          .filteredOn("ping"::equals)
          .hasSizeGreaterThan(180);
    }
  }

  /** design.md, "Rooms": with a client that acts only on what it received, byte for byte. */
  @Test
  void two_runs_with_one_seed_send_the_same() throws ExecutionException {
    List<String> first = texts(7);

    assertThat(texts(7)).isEqualTo(first);
    assertThat(texts(8)).isNotEqualTo(first);
  }

  private static List<String> texts(long seed) throws ExecutionException {
    ServerOptionsBuilder options = ServerOptions.builder().seed(seed).time(Time.VIRTUAL);
    try (MockVoiceServer server = MockVoiceServer.start(options.playing(PATIENT).build())) {
      return conversation(server).stream().map(JsonNode::toString).toList();
    }
  }

  /** A conversation can be resumed for thirty minutes (live-behaviour.md §2.12). */
  @Test
  void a_conversation_is_forgotten_when_its_half_hour_has_been_moved_past()
      throws ExecutionException {
    try (MockVoiceServer server = virtual().start()) {
      String conversation = spokenTo(server);

      server.advance(Duration.ofMinutes(29));
      assertThat(resumed(server, conversation)).isEqualTo(conversation);
      server.advance(Duration.ofMinutes(31));
      assertThat(resumed(server, conversation)).isNotEqualTo(conversation);
    }
  }

  /** A client secret lasts 600 s unless it says otherwise (live-behaviour.md §7.1). */
  @Test
  void a_client_secret_expires_when_its_time_has_been_moved_past() throws Exception {
    try (MockVoiceServer server = virtual().start()) {
      HttpRequest mint =
          HttpRequest.newBuilder(URI.create(server.httpUri() + "/v1/realtime/client_secrets"))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      String body =
          HttpClient.newHttpClient().send(mint, HttpResponse.BodyHandlers.ofString()).body();
      JsonNode secret = JsonMapper.shared().readTree(body);
      assertThat(secret.path("expires_at").asLong()).isEqualTo(1_767_225_600 + 600);

      server.advance(Duration.ofMinutes(10));
      URI refused = server.uri();
      String subprotocol = "xai-client-secret." + secret.path("value").asString();
      assertThatThrownBy(() -> Caller.to(refused, Map.of(), subprotocol))
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(401));
    }
  }

  /** An update takes 140 to 500 ms of the service (live-behaviour.md §2.16). */
  @Test
  void at_the_live_pace_answers_wait_for_time_to_be_moved() throws ExecutionException {
    ServerOptions options = ServerOptions.builder().time(Time.VIRTUAL).pacing(Pacing.LIVE).build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Caller app = Caller.to(server.uri()).says(UPDATE);
      server.takeEvent();
      server.advance(Duration.ofMillis(139));
      assertThat(types(server)).endsWith("session.update");

      server.advance(Duration.ofMillis(361));
      app.hears("session.updated");
    }
  }

  @Test
  void at_an_instant_pace_real_time_answers_at_once_too() throws ExecutionException {
    ServerOptions options = ServerOptions.builder().pacing(Pacing.INSTANT).build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Caller.to(server.uri()).says(UPDATE).hears("session.updated");

      List<Observed> seen = server.connections().get(0);
      Duration asked = seen.get(seen.size() - 2).at();
      assertThat(seen.get(seen.size() - 1).at()).isEqualTo(asked);
    }
  }

  @Test
  void real_time_cannot_be_moved_and_virtual_time_not_back() {
    try (MockVoiceServer real = MockVoiceServer.start(ServerOptions.builder().build());
        MockVoiceServer virtual = virtual().start()) {
      assertThatThrownBy(() -> real.advance(Duration.ofSeconds(1)))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("time(Time.VIRTUAL)");
      assertThatThrownBy(() -> virtual.advance(Duration.ofSeconds(-1)))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("forwards only");
    }
  }

  private static List<String> types(MockVoiceServer server) {
    return server.connections().get(0).stream()
        .map(Observed.Message.class::cast)
        .map(Observed.Message::type)
        .toList();
  }

  /** A client that acts only on what it hears, until it is hung up on. */
  private static List<JsonNode> conversation(MockVoiceServer server) throws ExecutionException {
    Caller app = Caller.to(server.uri());
    List<JsonNode> heard = new ArrayList<>();
    while (heard.isEmpty() || !last(heard).path("type").asString().equals("session.created")) {
      heard.add(app.hears());
    }
    app.says(UPDATE);
    while (!last(heard).path("type").asString().equals("session.updated")) {
      heard.add(app.hears());
    }
    app.says(typed("Hello")).says(CREATE);
    app.farewell();
    heard.addAll(app.rest());
    return heard;
  }

  private static JsonNode last(List<JsonNode> events) {
    return events.get(events.size() - 1);
  }

  private static String spokenTo(MockVoiceServer server) throws ExecutionException {
    Caller app = Caller.to(server.uri());
    String conversation =
        app.hears("conversation.created").path("conversation").path("id").asString();
    app.says(RESUMABLE).hears("session.updated");
    app.says(typed("Hello")).says(CREATE).hears("response.done");
    app.hangsUp();
    return conversation;
  }

  private static String resumed(MockVoiceServer server, String conversation)
      throws ExecutionException {
    Caller app = Caller.to(URI.create(server.uri() + "?conversation_id=" + conversation));
    String resumed = app.hears("conversation.created").path("conversation").path("id").asString();
    app.hangsUp();
    return resumed;
  }

  private static String typed(String words) {
    return """
    {"type":"conversation.item.create","item":{"type":"message","role":"user",
     "content":[{"type":"input_text","text":"%s"}]}}"""
        .formatted(words);
  }

  private static Starter virtual() {
    return new Starter(ServerOptions.builder().time(Time.VIRTUAL));
  }

  /** Starts servers whose time is virtual. */
  private record Starter(ServerOptionsBuilder options) {
    MockVoiceServer start() {
      return MockVoiceServer.start(options.build());
    }

    MockVoiceServer start(String feature) {
      return MockVoiceServer.start(options.playing(feature).build());
    }
  }
}
