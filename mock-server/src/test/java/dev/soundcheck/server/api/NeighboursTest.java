package dev.soundcheck.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.script.Transfer;
import java.net.ConnectException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Telephone calls and voices over HTTP (live-behaviour.md §7.2 and §7.3). */
final class NeighboursTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final URI APP = URI.create("http://localhost:3000/webhook");
  private static final String GREETED = "calls/a-caller-is-greeted-and-asks-something";

  /** What was posted. */
  private record Letter(URI to, Map<String, String> headers, JsonNode body) {}

  private final List<Letter> posted = new ArrayList<>();
  private final List<Announced> news = new ArrayList<>();
  private CompletableFuture<Integer> answer = CompletableFuture.completedFuture(204);
  private final Casting casting = new Casting(new Bill(Repertoire.builtIn()), Profile.LIVE);
  private final CallDesk desk =
      new CallDesk(
          casting,
          test -> NOW,
          1,
          Optional.of(new Webhook(APP, Webhook.USUAL_SECRET)),
          this::post,
          news::add);
  private final Keyring keyring =
      new Keyring(
          List.of("right"),
          Optional.empty(),
          test -> NOW,
          new SplittableRandom(1),
          UsedSecrets.atMost(1000));
  private final Front front = new Front(keyring, casting, desk, List.of());

  private CompletableFuture<Integer> post(URI to, Map<String, String> headers, String body) {
    posted.add(new Letter(to, headers, JsonMapper.shared().readTree(body)));
    return answer;
  }

  private Call placed() throws RefusedException {
    return desk.place("", GREETED, Optional.empty(), Optional.empty(), Map.of());
  }

  private static ApiRequest request(String method, String path, String body, String key) {
    return new ApiRequest(
        method, path, Map.of(), Map.of("Authorization", List.of("Bearer " + key)), body);
  }

  private ApiReply posts(Call call, String action, String body) {
    String path = "/v1/realtime/calls/%s/%s".formatted(call.id(), action);
    return front.answer(request("POST", path, body, "right"));
  }

  private static ApiRequest joining(String id, String key) {
    return new ApiRequest(
        "GET",
        Front.SOCKET,
        Map.of("call_id", List.of(id), "model", List.of("scenario/tools/weather")),
        Map.of("Authorization", List.of("Bearer " + key), "Upgrade", List.of("websocket")),
        "");
  }

  /** live-behaviour.md §7.3: the event, its headers and its signature. */
  @Test
  void a_call_is_announced_as_documented() throws RefusedException {
    Call call =
        desk.place("", GREETED, Optional.of("+15550111"), Optional.empty(), Map.of("X-Trunk", "7"));

    Letter letter = posted.get(0);
    assertThat(letter.to()).isEqualTo(APP);
    assertThat(letter.body().propertyNames())
        .containsExactly("object", "id", "type", "created_at", "data");
    assertThat(letter.body().path("object").asString()).isEqualTo("event");
    assertThat(letter.body().path("type").asString()).isEqualTo("realtime.call.incoming");
    assertThat(letter.body().path("created_at").asLong()).isEqualTo(NOW.getEpochSecond());
    JsonNode data = letter.body().path("data");
    assertThat(data.path("call_id").asString()).isEqualTo(call.id());
    assertThat(data.path("metadata").toString()).isEqualTo("{}");
    assertThat(data.path("sip_headers").valueStream().map(JsonNode::toString))
        .containsExactly(
            "{\"name\":\"From\",\"value\":\"sip:+15550111@carrier.example\"}",
            "{\"name\":\"To\",\"value\":\"sip:+15550199@carrier.example\"}",
            "{\"name\":\"X-Account\",\"value\":\"4711\"}",
            "{\"name\":\"X-Trunk\",\"value\":\"7\"}");
    String id = letter.body().path("id").asString();
    assertThat(letter.headers())
        .containsEntry("webhook-id", id)
        .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
        .containsEntry(
            "webhook-signature",
            new Webhook(APP, Webhook.USUAL_SECRET)
                .signature(id, NOW.getEpochSecond(), letter.body().toString()));
  }

  @Test
  void what_becomes_of_an_announcement_is_told() throws RefusedException {
    placed();
    answer = CompletableFuture.failedFuture(new ConnectException("refused"));
    placed();

    assertThat(news).extracting(Announced::taken).containsExactly(true, false);
    assertThat(news.get(1).why()).contains("refused");
  }

  /** live-behaviour.md §7.1 and 7.3: an API key only, the model is ignored, 404 for unknown. */
  @Nested
  final class Joining {
    @Test
    void a_call_is_joined_once_whatever_model_is_named() throws RefusedException {
      Call call = placed();
      Admission admission = front.admit(joining(call.id(), "right"));

      assertThat(admission.program().name()).isEqualTo(GREETED);
      assertThat(admission.model()).isEmpty();
      assertThat(admission.call()).contains(call);
      assertThat(refused(joining(call.id(), "right")).status()).isEqualTo(404);
    }

    @Test
    void an_unknown_call_is_not_found() {
      assertThat(refused(joining("nobody", "right")).status()).isEqualTo(404);
    }

    @Test
    void a_client_secret_is_refused_and_not_used_up() throws RefusedException {
      Call call = placed();
      ApiReply minted = front.answer(request("POST", "/v1/realtime/client_secrets", "", "right"));
      String secret = JsonMapper.shared().readTree(minted.body()).path("value").asString();

      assertThat(refused(joining(call.id(), secret)).status()).isEqualTo(401);
      assertThat(call.over()).isFalse();
      assertThat(keyring.opens(Optional.of(secret))).isTrue();
    }

    private ApiReply refused(ApiRequest request) {
      return catchThrowableOfType(RefusedException.class, () -> front.admit(request)).reply();
    }
  }

  /** live-behaviour.md §7.3: every answer that is documented. */
  @Nested
  final class Referring {
    private final CompletableFuture<Transfer> ending = new CompletableFuture<>();

    private Call joined() throws RefusedException {
      Call call = placed();
      front.admit(joining(call.id(), "right"));
      call.connected(
          new CallLine() {
            @Override
            public CompletableFuture<Transfer> transfer(String target) {
              return ending;
            }

            @Override
            public void hangUp() {
              call.ended();
            }
          });
      return call;
    }

    @ParameterizedTest
    @CsvSource({
      "ACCEPTED, 200, {}",
      "NOBODY_THERE, 404, no SIP participant",
      "REJECTED, 502, transfer rejected by downstream: SIP 486 Busy",
      "FAILED, 500, transfer failed",
      "TIMED_OUT, 504, transfer timed out",
    })
    void the_answer_is_how_it_ended(Transfer.Outcome outcome, int status, String body)
        throws RefusedException {
      ending.complete(new Transfer(outcome, "SIP 486 Busy"));
      ApiReply reply = posts(joined(), "refer", "{\"target_uri\":\"tel:+15550123\"}");

      assertThat(reply.status()).isEqualTo(status).isEqualTo(outcome.status());
      assertThat(reply.body()).contains(body);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "tel:+15550123",
          "{}",
          "{\"target_uri\":7}",
          "{\"target_uri\":\"+15550123\"}",
          "{\"target_uri\":\"tel:\"}",
          "{\"target_uri\":\"https://example.com\"}"
        })
    void a_target_that_is_none_is_400(String body) throws RefusedException {
      assertThat(posts(joined(), "refer", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tel:+15550123", "sip:office@carrier.example", "SIPS:100@a.b;x=y"})
    void numbers_and_sip_addresses_are_targets(String target) throws RefusedException {
      ending.complete(Transfer.ACCEPTED);

      assertThat(posts(joined(), "refer", "{\"target_uri\":\"%s\"}".formatted(target)).status())
          .isEqualTo(200);
    }

    @Test
    void a_call_that_nobody_joined_can_be_sent_on_or_ended() throws RefusedException {
      Call sentOn = placed();
      Call ended = placed();

      assertThat(posts(sentOn, "refer", "{\"target_uri\":\"tel:+15550123\"}").status())
          .isEqualTo(200);
      assertThat(posts(ended, "hangup", "").body()).isEqualTo("{}");
      assertThat(List.of(sentOn, ended)).allMatch(Call::over);
    }

    @Test
    void a_call_that_is_over_has_nobody() throws RefusedException {
      Call call = joined();

      assertThat(posts(call, "hangup", "").status()).isEqualTo(200);
      assertThat(posts(call, "hangup", "").status()).isEqualTo(404);
      assertThat(posts(call, "refer", "{\"target_uri\":\"tel:+15550123\"}").status())
          .isEqualTo(404);
    }

    @Test
    void only_an_api_key_may() throws RefusedException {
      String path = "/v1/realtime/calls/%s/hangup".formatted(placed().id());

      assertThat(front.answer(request("POST", path, "", "wrong")).status()).isEqualTo(400);
      assertThat(front.answer(new ApiRequest("POST", path, Map.of(), Map.of(), "")).status())
          .isEqualTo(401);
    }
  }

  /** live-behaviour.md §7.2: the list, and an id in any case. */
  @Nested
  final class TheVoices {
    private JsonNode got(String path) {
      ApiReply reply = front.answer(request("GET", path, "", "right"));
      assertThat(reply.status()).isEqualTo(200);
      return JsonMapper.shared().readTree(reply.body());
    }

    @Test
    void all_are_listed() {
      JsonNode voices = got("/v1/tts/voices").path("voices");

      assertThat(voices).hasSize(28);
      assertThat(voices.get(0).toString())
          .isEqualTo("{\"voice_id\":\"ara\",\"name\":\"Ara\",\"gender\":\"female\"}");
    }

    @Test
    void one_is_found_in_any_case() {
      assertThat(got("/v1/tts/voices/HELIX").path("voice_id").asString()).isEqualTo("helix");
    }

    @Test
    void an_unknown_one_is_not() {
      ApiReply reply = front.answer(request("GET", "/v1/tts/voices/bob", "", "right"));

      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.body()).contains("no voice 'bob'");
    }
  }
}
