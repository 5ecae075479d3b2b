package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.soundcheck.server.api.Announced;
import dev.soundcheck.server.api.Webhook;
import dev.soundcheck.server.play.ConnectionFinding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A telephone call from its announcement to its end (live-behaviour.md §7.3). */
@Timeout(60)
final class CallOverSocketTest {
  private static final String BUSY =
      """
      Feature: Calls
        Scenario: The other end is busy
          Given a call from "+15550100"
          And a session with server VAD
          When the caller says "The office, please."
          Then the assistant says "One moment."
          When the caller presses "1#"
          Then the assistant says "Office."
          When the client transfers the call to "tel:+15550123"
          Then the transfer is rejected: "SIP 486 Busy"
          When the caller hangs up
      """;
  private static final String UPDATE =
      "{\"type\":\"session.update\",\"session\":{\"turn_detection\":{\"type\":\"server_vad\"}}}";

  private final BlockingQueue<Announced> announced = new LinkedBlockingQueue<>();
  private final ServerListener listener =
      new ServerListener() {
        @Override
        public void announced(Announced call) {
          announced.add(call);
        }
      };

  private static int post(MockVoiceServer server, String id, String action, String body)
      throws Exception {
    URI uri = URI.create("%s/v1/realtime/calls/%s/%s".formatted(server.httpUri(), id, action));
    HttpRequest request =
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static String transcript(Caller app) {
    return app.hears("response.output_audio_transcript.done").path("transcript").asString();
  }

  @Test
  void an_app_is_told_joins_listens_transfers_and_hears_the_end() throws Exception {
    BlockingQueue<JsonNode> webhooks = new LinkedBlockingQueue<>();
    HttpServer hooks = receiving(webhooks);
    URI here = URI.create("http://127.0.0.1:" + hooks.getAddress().getPort() + "/hook");
    ServerOptions options = ServerOptions.builder().webhook(Webhook.at(here)).build();
    try (MockVoiceServer server = MockVoiceServer.start(options, listener)) {
      PlacedCall call = server.call(BUSY);
      JsonNode webhook = webhooks.poll(10, TimeUnit.SECONDS);
      assertThat(webhook).isNotNull();
      String id = webhook.path("data").path("call_id").asString();
      assertThat(id).isEqualTo(call.id());
      assertThat(announced.poll(10, TimeUnit.SECONDS)).extracting(Announced::taken).isEqualTo(true);

      Caller app = Caller.to(call.uri());
      assertThat(app.hears("conversation.created").path("conversation").path("id").asString())
          .isEqualTo(id);
      app.says(UPDATE);
      app.hears("input_audio_buffer.speech_started");
      assertThat(
              app.hears("conversation.item.input_audio_transcription.completed")
                  .path("transcript")
                  .asString())
          .isEqualTo("The office, please.");
      assertThat(transcript(app)).isEqualTo("One moment.");
      assertThat(app.hears("input_audio_buffer.dtmf_event_received").path("event").asString())
          .isEqualTo("1");
      assertThat(transcript(app)).isEqualTo("Office.");
      app.hears("response.done");
      assertThat(post(server, id, "refer", "{\"target_uri\":\"tel:+15550123\"}")).isEqualTo(502);
      assertThat(app.farewell()).isEqualTo(new Caller.Farewell(1000, "The caller hung up."));
      assertThat(post(server, id, "hangup", "")).isEqualTo(404);
      assertThat(server.findings()).isEmpty();
    } finally {
      hooks.stop(0);
    }
  }

  /** A webhook that nobody listens to must not be a riddle. */
  @Test
  void an_announcement_that_nobody_takes_is_told() throws Exception {
    ServerOptions options =
        ServerOptions.builder().webhook(Webhook.at(URI.create("http://127.0.0.1:1/hook"))).build();
    try (MockVoiceServer server = MockVoiceServer.start(options, listener)) {
      server.call(BUSY);
      Announced told = announced.poll(20, TimeUnit.SECONDS);

      assertThat(told).isNotNull();
      assertThat(told.taken()).isFalse();
      assertThat(told.why()).isEqualTo("nothing listens there");
    }
  }

  @Test
  void a_call_that_is_hung_up_or_handed_on_closes_the_connection() throws Exception {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      PlacedCall ended = server.call("calls/a-caller-is-greeted-and-asks-something");
      Caller first = Caller.to(ended.uri());
      first.hears("session.created");
      assertThat(post(server, ended.id(), "hangup", "")).isEqualTo(200);
      assertThat(first.farewell()).isEqualTo(new Caller.Farewell(1000, "The call was hung up."));

      PlacedCall sentOn = server.call("calls/a-caller-is-greeted-and-asks-something");
      Caller second = Caller.to(sentOn.uri());
      second.hears("session.created");
      assertThat(post(server, sentOn.id(), "refer", "{\"target_uri\":\"tel:+15550123\"}"))
          .isEqualTo(200);
      assertThat(second.farewell())
          .isEqualTo(new Caller.Farewell(1000, "The call was transferred."));
    }
  }

  @Test
  void an_app_that_joins_no_call_is_told() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.playing(BUSY)) {
      Caller app = Caller.to(server.uri(), Map.of());
      app.hears("session.created");
      app.hangsUp();

      assertThat(server.findings())
          .extracting(ConnectionFinding::message)
          .anyMatch(message -> message.contains("?call_id="));
    }
  }

  @Test
  void a_call_needs_a_scenario_that_exists() {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      assertThatThrownBy(() -> server.call("calls/nothing"))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("calls/nothing");
    }
  }

  private static HttpServer receiving(BlockingQueue<JsonNode> webhooks) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer hooks = HttpServer.create(free, 0);
    hooks.createContext(
        "/hook",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          webhooks.add(JsonMapper.shared().readTree(body));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    hooks.start();
    return hooks;
  }
}
