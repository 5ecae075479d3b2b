package dev.soundcheck.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Repertoire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is let in, what is played to them, and what everybody else is answered. */
final class FrontTest {
  private static final Repertoire REPERTOIRE = Repertoire.builtIn();
  private static final String WEATHER = "tools/one-tool-call-with-a-spoken-preamble";
  private static final String PINGS =
      "keepalive/a-ping-with-the-greeting-and-one-ten-seconds-later";

  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final Bill bill = new Bill(REPERTOIRE);
  private final Front open = front();
  private final Front locked = front("secret", "other");

  private Front front(String... keys) {
    Casting casting = new Casting(bill, Profile.LIVE);
    return new Front(
        new Keyring(
            List.of(keys),
            Optional.empty(),
            test -> now,
            new SplittableRandom(1),
            UsedSecrets.atMost(1000)),
        casting,
        Desks.quiet(casting),
        List.of());
  }

  /**
   * clients.md §B, "Auth accepted"; a client without any key: docs/decisions/server-credentials.md.
   */
  @Nested
  final class Credentials {
    @ParameterizedTest
    @CsvSource({
      "Authorization, Bearer anything",
      "authorization, bearer anything",
      "api-key, anything",
      "Sec-WebSocket-Protocol, xai-client-secret.anything",
      "Sec-WebSocket-Protocol, openai-insecure-api-key.anything",
      "X-Nothing, nothing"
    })
    void any_key_and_none_are_let_in_by_default(String header, String value) throws Exception {
      assertThat(open.admit(socket(header, value)).program()).isEqualTo(REPERTOIRE.conversation());
    }

    @ParameterizedTest
    @CsvSource({
      "Authorization, Bearer secret",
      "authorization, bearer other",
      "api-key, secret",
      "Sec-WebSocket-Protocol, xai-client-secret.secret",
      "Sec-WebSocket-Protocol, 'realtime, openai-insecure-api-key.other'"
    })
    void the_right_key_is_let_in_wherever_it_is_shown(String header, String value)
        throws Exception {
      assertThat(locked.admit(socket(header, value)).program())
          .isEqualTo(REPERTOIRE.conversation());
    }

    @ParameterizedTest
    @CsvSource({
      "Authorization, Bearer wrong",
      "Authorization, Basic secret",
      "Authorization, secret",
      "api-key, SECRET",
      "Sec-WebSocket-Protocol, openai-insecure-api-key.wrong",
      "Sec-WebSocket-Protocol, secret",
      "Authorization, Bearer scenario:anything",
      "X-Nothing, nothing"
    })
    void a_wrong_key_is_refused_with_401(String header, String value) {
      ApiReply reply = refusal(locked, socket(header, value));

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Bearer");
      assertThat(json(reply).path("code").asString()).isEqualTo("unauthenticated");
      assertThat(reply.body()).doesNotContain("secret,").doesNotContain("wrong");
    }
  }

  /** live-behaviour.md §5.4 and §7.1. */
  @Nested
  final class Secrets {
    @Test
    void a_minted_secret_opens_one_socket() throws Exception {
      String secret = mint(locked, "{\"expires_after\":{\"seconds\":60}}").path("value").asString();
      ApiRequest request = socket("Sec-WebSocket-Protocol", "xai-client-secret." + secret);

      assertThat(locked.admit(request).subprotocol()).contains("xai-client-secret." + secret);
      assertThat(refusal(locked, request).status()).isEqualTo(401);
    }

    @Test
    void it_opens_none_once_it_has_expired() {
      String secret = mint(locked, "{\"expires_after\":{\"seconds\":60}}").path("value").asString();
      now = now.plusSeconds(60);

      assertThat(refusal(locked, socket("Authorization", "Bearer " + secret)).status())
          .isEqualTo(401);
    }

    @Test
    void it_is_used_up_even_where_any_key_is_let_in() throws Exception {
      String secret = mint(open, "").path("value").asString();
      ApiRequest request = socket("Authorization", "Bearer " + secret);

      open.admit(request);
      assertThat(refusal(open, request).status()).isEqualTo(401);
    }

    @Test
    void a_refused_connection_does_not_use_it_up() throws Exception {
      String secret = mint(locked, "").path("value").asString();
      Map<String, List<String>> bearer = Map.of("Authorization", List.of("Bearer " + secret));
      Map<String, List<String>> unknown = Map.of("scenario", List.of("nowhere"));

      assertThat(refusal(locked, new ApiRequest("GET", Front.SOCKET, unknown, bearer, "")).status())
          .isEqualTo(404);
      assertThat(locked.admit(new ApiRequest("GET", Front.SOCKET, Map.of(), bearer, "")).program())
          .isEqualTo(REPERTOIRE.conversation());
    }

    @Test
    void it_plays_the_scenario_that_its_key_named() throws Exception {
      ApiReply reply = locked.answer(post("Bearer secret+scenario:" + WEATHER, ""));
      String secret = json(reply).path("value").asString();

      assertThat(locked.admit(socket("Authorization", "Bearer " + secret)).program().name())
          .isEqualTo(WEATHER);
    }

    @Test
    void it_has_107_characters_that_a_subprotocol_may_have() {
      assertThat(mint(open, "").path("value").asString())
          .hasSize(107)
          .matches("xai-realtime-client-secret-[A-Za-z0-9._~-]{80}");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "''|600",
          "{}|600",
          "{\"expires_after\":{\"seconds\":1}}|1",
          "{\"expires_after\":{\"seconds\":3600},\"session\":{\"model\":\"x\"}}|3600",
          "{\"expires_after\":{\"anchor\":\"created_at\"}}|600"
        })
    void it_lasts_as_long_as_was_asked(String body, long seconds) {
      assertThat(mint(open, body).path("expires_at").asLong())
          .isEqualTo(now.getEpochSecond() + seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3601", "-1", "1.5", "\"60\"", "true", "99999999999"})
    void a_wrong_lifetime_is_refused_by_name(String seconds) {
      String body = "{\"expires_after\":{\"seconds\":%s}}".formatted(seconds);
      ApiReply reply = open.answer(post("Bearer k", body));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(json(reply).path("error").asString())
          .contains("expires_after.seconds", "from 1 to 3600", seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "seconds=5", "{\"expires_after\":5}"})
    void a_body_that_is_no_object_is_refused(String body) {
      assertThat(open.answer(post("Bearer k", body)).status()).isEqualTo(400);
    }

    /** The body is the one captured from the vendor's other endpoints. */
    @Test
    void a_wrong_key_mints_nothing() {
      ApiReply reply = locked.answer(post("Bearer wrong", ""));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(json(reply).path("code").asString()).isEqualTo("invalid-argument");
      assertThat(json(reply).path("error").asString()).startsWith("Incorrect API key provided");
    }

    @Test
    void without_a_key_nothing_is_minted_where_keys_are_checked() {
      ApiRequest request =
          new ApiRequest("POST", "/v1/realtime/client_secrets", Map.of(), Map.of(), "");

      assertThat(locked.answer(request).status()).isEqualTo(401);
    }

    @Test
    void a_secret_mints_no_further_secret() {
      String secret = mint(locked, "").path("value").asString();

      assertThat(locked.answer(post("Bearer " + secret, "")).status()).isEqualTo(400);
    }
  }

  /** design.md, "Choosing the scenario for a connection". */
  @Nested
  final class Scenarios {
    @Test
    void the_query_wins_over_header_key_and_model() throws Exception {
      assertThat(chosen("scenario=" + WEATHER, "header", "key", "model")).isEqualTo(WEATHER);
    }

    @Test
    void the_header_wins_over_key_and_model() throws Exception {
      assertThat(chosen("", WEATHER, "key", "model")).isEqualTo(WEATHER);
    }

    @Test
    void the_key_wins_over_the_model() throws Exception {
      assertThat(chosen("", "", WEATHER, "model")).isEqualTo(WEATHER);
    }

    @Test
    void the_model_wins_over_the_usual_one() throws Exception {
      assertThat(chosen("", "", "", WEATHER)).isEqualTo(WEATHER);
    }

    @Test
    void a_title_is_as_good_as_a_name() throws Exception {
      assertThat(chosen("", "One tool call with a spoken preamble", "", "")).isEqualTo(WEATHER);
    }

    @Test
    void where_keys_are_checked_it_stands_behind_the_key() throws Exception {
      ApiRequest request = socket("Authorization", "Bearer secret+scenario:" + PINGS);

      assertThat(locked.admit(request).program().name()).isEqualTo(PINGS);
    }

    @Test
    void an_unknown_one_is_refused_with_the_nearest_names() {
      ApiReply reply =
          refusal(
              open, socket("X-Soundcheck-Scenario", "tools/one-tool-call-with-a-spokn-preamble"));

      assertThat(reply.status()).isEqualTo(404);
      assertThat(json(reply).path("code").asString()).isEqualTo("scenario-not-found");
      assertThat(json(reply).path("error").asString())
          .contains("'tools/one-tool-call-with-a-spokn-preamble'", WEATHER);
      assertThat(json(reply).path("choices").toString()).contains(WEATHER);
    }

    @Test
    void a_scenario_in_place_of_the_model_leaves_no_model() throws Exception {
      assertThat(open.admit(query("model", "scenario/" + PINGS)).model()).isEmpty();
      assertThat(open.admit(query("model", "grok-voice-latest")).model())
          .isEqualTo("grok-voice-latest");
    }

    private String chosen(String query, String header, String key, String model)
        throws RefusedException {
      Map<String, List<String>> parameters =
          query.isEmpty()
              ? Map.of("model", List.of("scenario/" + model))
              : Map.of("scenario", List.of(WEATHER), "model", List.of("scenario/" + model));
      Map<String, List<String>> headers =
          Map.of(
              "X-Soundcheck-Scenario", List.of(header),
              "Authorization", List.of("Bearer scenario:" + key));
      return open.admit(new ApiRequest("GET", Front.SOCKET, parameters, headers, ""))
          .program()
          .name();
    }
  }

  /** design.md, "Wire profiles". */
  @Nested
  final class Profiles {
    @Test
    void a_connection_may_name_its_own() throws Exception {
      assertThat(open.admit(query("profile", "launch")).profile()).isEqualTo(Profile.LAUNCH);
      assertThat(open.admit(query("reasoning.effort", "none")).profile()).isEqualTo(Profile.LIVE);
    }

    @Test
    void an_unknown_one_is_refused_with_all_names() {
      ApiReply reply = refusal(open, query("profile", "lunch"));

      assertThat(reply.status()).isEqualTo(404);
      assertThat(json(reply).path("error").asString()).contains("'lunch'", "'live-2026-07'");
    }
  }

  /** decisions.md, last lines of "Orders". */
  @Nested
  final class AnsweredSubprotocols {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "realtime, openai-insecure-api-key.K, openai-beta.realtime-v1|realtime",
          "openai-insecure-api-key.K, realtime|realtime",
          "first, xai-client-secret.T|xai-client-secret.T",
          "first, second|first"
        })
    void exactly_one_of_those_offered_is_answered(String offered, String answered)
        throws Exception {
      assertThat(open.admit(socket("Sec-WebSocket-Protocol", offered)).subprotocol())
          .contains(answered);
    }

    @Test
    void none_is_answered_where_none_is_offered() throws Exception {
      assertThat(open.admit(socket("api-key", "k")).subprotocol()).isEmpty();
    }
  }

  @Nested
  final class OtherRequests {
    @ParameterizedTest
    @CsvSource({
      "GET, /v1/realtime, 426",
      "POST, /v1/realtime, 405",
      "GET, /v1/realtime/client_secrets, 405",
      "GET, /v1/models, 404",
      "GET, /, 200"
    })
    void are_answered_in_json(String method, String path, int status) {
      ApiReply reply = open.answer(new ApiRequest(method, path, Map.of(), Map.of(), ""));

      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
      assertThat(json(reply).isObject()).isTrue();
    }

    @Test
    void a_path_with_nothing_there_names_what_there_is() {
      ApiReply reply = open.answer(new ApiRequest("GET", "/realtime", Map.of(), Map.of(), ""));

      assertThat(json(reply).path("error").asString())
          .contains("'/realtime'", "/v1/realtime (WebSocket)", "/v1/realtime/client_secrets");
    }

    @Test
    void a_socket_elsewhere_is_refused_too() {
      assertThat(refusal(open, new ApiRequest("GET", "/realtime", Map.of(), Map.of(), "")).status())
          .isEqualTo(404);
    }

    /** clients.md §8: without an answer to OPTIONS a page of another port cannot mint. */
    @Test
    void a_page_of_any_origin_may_mint() {
      Map<String, List<String>> asks =
          Map.of(
              "Origin", List.of("http://localhost:3000"),
              "Access-Control-Request-Method", List.of("POST"),
              "Access-Control-Request-Headers", List.of("authorization,x-mine"),
              "Access-Control-Request-Private-Network", List.of("true"));
      ApiReply reply =
          locked.answer(
              new ApiRequest("OPTIONS", "/v1/realtime/client_secrets", Map.of(), asks, ""));

      assertThat(reply.status()).isEqualTo(204);
      assertThat(reply.headers())
          .containsEntry("Access-Control-Allow-Origin", "*")
          .containsEntry("Access-Control-Allow-Headers", "authorization,x-mine")
          .containsEntry("Access-Control-Allow-Private-Network", "true");
      assertThat(locked.answer(post("Bearer wrong", "")).headers())
          .containsEntry("Access-Control-Allow-Origin", "*");
    }
  }

  private static JsonNode mint(Front front, String body) {
    ApiReply reply = front.answer(post("Bearer secret", body));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return json(reply);
  }

  private static ApiRequest post(String authorization, String body) {
    return new ApiRequest(
        "POST",
        "/v1/realtime/client_secrets",
        Map.of(),
        Map.of("Authorization", List.of(authorization)),
        body);
  }

  private static ApiRequest socket(String header, String value) {
    return new ApiRequest("GET", Front.SOCKET, Map.of(), Map.of(header, List.of(value)), "");
  }

  private static ApiRequest query(String name, String value) {
    return new ApiRequest("GET", Front.SOCKET, Map.of(name, List.of(value)), Map.of(), "");
  }

  private static ApiReply refusal(Front front, ApiRequest request) {
    return catchThrowableOfType(RefusedException.class, () -> front.admit(request)).reply();
  }

  private static JsonNode json(ApiReply reply) {
    return JsonMapper.shared().readTree(reply.body());
  }
}
