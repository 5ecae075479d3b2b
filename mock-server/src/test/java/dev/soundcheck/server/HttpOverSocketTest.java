package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Profile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the api decides, as it goes over real sockets; every case of it is in the api's own tests.
 */
@Timeout(60)
final class HttpOverSocketTest {
  private static final String WEATHER = "tools/one-tool-call-with-a-spoken-preamble";

  private final MockVoiceServer server =
      MockVoiceServer.start(ServerOptions.builder().keys(List.of("right")).build());

  @AfterEach
  void stop() {
    server.close();
  }

  /** live-behaviour.md §5.4: 401 before the upgrade. */
  @Test
  void a_wrong_key_is_refused_before_the_upgrade() {
    assertThat(refused(server.uri(), Map.of("Authorization", "Bearer wrong")).statusCode())
        .isEqualTo(401);
    assertThat(refused(server.uri(), Map.of("api-key", "wrong")).headers().map())
        .containsEntry("WWW-Authenticate", List.of("Bearer"));
    assertThat(server.connections()).isEmpty();
  }

  @Test
  void the_right_key_opens_a_session_wherever_it_is_shown() throws ExecutionException {
    assertThat(greeting(Caller.to(server.uri(), Map.of("api-key", "right"))))
        .isEqualTo("session.created");
    Caller browser = Caller.to(server.uri(), Map.of(), "realtime", "openai-insecure-api-key.right");
    assertThat(greeting(browser)).isEqualTo("session.created");
    assertThat(browser.subprotocol()).isEqualTo("realtime");
  }

  /** clients.md §8: a page mints, then connects with the secret as its only subprotocol. */
  @Test
  void a_minted_secret_opens_one_session() throws Exception {
    JsonNode minted =
        JsonMapper.shared()
            .readTree(
                send(request("/v1/realtime/client_secrets")
                        .header("Authorization", "Bearer right")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                    .body());
    String protocol = "xai-client-secret." + minted.path("value").asString();

    Caller page = Caller.to(server.uri(), Map.of(), protocol);
    assertThat(page.subprotocol()).isEqualTo(protocol);
    assertThat(greeting(page)).isEqualTo("session.created");
    assertThat(refused(server.uri(), Map.of(), protocol).statusCode()).isEqualTo(401);
  }

  @Test
  void scenario_and_profile_are_chosen_for_one_connection() throws ExecutionException {
    URI uri = URI.create(server.uri() + "?profile=launch&model=scenario%2F" + WEATHER);

    assertThat(greeting(Caller.to(uri, Map.of("api-key", "right"))))
        .isEqualTo("conversation.created");
  }

  @Test
  void an_unknown_scenario_is_refused_before_the_upgrade() {
    HttpResponse<?> response =
        refused(server.uri(), Map.of("api-key", "right", "X-Soundcheck-Scenario", "no/such-thing"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void a_plain_request_to_the_socket_is_told_to_upgrade() throws Exception {
    HttpResponse<String> response = send(request("/v1/realtime").GET());

    assertThat(response.statusCode()).isEqualTo(426);
    assertThat(JsonMapper.shared().readTree(response.body()).path("code").asString())
        .isEqualTo("upgrade-required");
  }

  @Test
  void a_path_with_nothing_there_is_answered_in_json() throws Exception {
    HttpResponse<String> response = send(request("/v1/models").GET());

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Server")).isEmpty();
    assertThat(JsonMapper.shared().readTree(response.body()).path("error").asString())
        .contains("/v1/models", "/v1/realtime");
  }

  @Test
  void a_browser_of_another_port_may_mint() throws Exception {
    HttpResponse<String> response =
        send(
            request("/v1/realtime/client_secrets")
                .header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("authorization");
  }

  /** RFC 6455 section 4.2.1; and whoever speaks no HTTP at all is answered in JSON too. */
  @Test
  void half_a_handshake_and_no_http_are_refused_in_json() throws Exception {
    String half =
        """
        GET /v1/realtime HTTP/1.1
        Host: localhost
        Connection: Upgrade, close
        Upgrade: websocket
        api-key: right

        """;

    assertThat(raw(half)).startsWith("HTTP/1.1 400").contains("\"code\"").doesNotContain("html");
    assertThat(raw("what?\n\n")).startsWith("HTTP/1.1 400").doesNotContain("html");
  }

  @Test
  void the_front_page_says_what_this_is() throws Exception {
    HttpResponse<String> response = send(request("/").GET());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Soundcheck", "/v1/realtime");
  }

  @Test
  void each_profile_of_the_catalogue_greets() throws ExecutionException {
    for (Profile profile : Profile.values()) {
      URI uri = URI.create(server.uri() + "?profile=" + profile.id());
      assertThat(greeting(Caller.to(uri, Map.of("api-key", "right")))).endsWith(".created");
    }
    assertThat(server.findings()).isEmpty();
  }

  private String raw(String request) throws IOException {
    try (RawCaller caller = new RawCaller(server)) {
      return caller.says(request).hearsAll();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.httpUri().resolve(path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String greeting(Caller caller) {
    return caller.hears().path("type").asString();
  }

  private static HttpResponse<?> refused(
      URI uri, Map<String, String> headers, String... subprotocols) {
    HttpResponse<?>[] response = new HttpResponse<?>[1];
    assertThatThrownBy(() -> Caller.to(uri, headers, subprotocols))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class, refusal -> response[0] = refusal.getResponse());
    return response[0];
  }
}
