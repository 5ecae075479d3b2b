package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Pacing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What real clients need, one test for each rule of clients.md §A, §B and §10, over a socket and
 * without any of these clients. §9, the fields of each event, is held in RehearsalTest for
 * everything that the mock plays.
 */
@Timeout(60)
final class WhatClientsNeedTest {
  private static final String UPDATE = "{\"type\":\"session.update\",\"session\":%s}";
  private static final String TYPED =
      """
      {"type":"conversation.item.create","item":{"type":"message","role":"user",%s
       "content":[{"type":"input_text","text":"Hello"}]}}""";
  private static final String CREATE = "{\"type\":\"response.create\"}";
  private static final String CANCEL = "{\"type\":\"response.cancel\"}";
  private static final String COMMIT = "{\"type\":\"input_audio_buffer.commit\"}";
  private static final String CALL =
      """
      Feature: A call
        Scenario: One
          When the user types "Hello"
          Then the assistant calls "get_weather" with
            \"""json
            {"city": "Paris"}
            \"""
      """;

  private final List<MockVoiceServer> servers = new ArrayList<>();

  @AfterEach
  void stop() {
    servers.forEach(MockVoiceServer::close);
  }

  private MockVoiceServer server(ServerOptionsBuilder options) {
    MockVoiceServer server = MockVoiceServer.start(options.pacing(Pacing.INSTANT).build());
    servers.add(server);
    return server;
  }

  private Caller caller(Profile profile) throws ExecutionException {
    return Caller.to(server(ServerOptions.builder().profile(profile)).uri());
  }

  private Caller caller() throws ExecutionException {
    return caller(Profile.LIVE);
  }

  private static Caller typed(Caller caller) throws ExecutionException {
    return caller.says(TYPED.formatted("")).says(CREATE);
  }

  private static String type(JsonNode event) {
    return event.path("type").asString("");
  }

  /** All that is heard until and with the end of an answer. */
  private static List<JsonNode> untilDone(Caller caller) {
    List<JsonNode> heard = new ArrayList<>();
    do {
      heard.add(caller.hears());
    } while (!type(heard.get(heard.size() - 1)).equals("response.done"));
    return heard;
  }

  private static JsonNode first(List<JsonNode> heard, String type) {
    return heard.stream().filter(event -> type(event).equals(type)).findFirst().orElseThrow();
  }

  @Nested
  final class TwelveThingsThatBreakClients {
    @Test
    void a1_both_greetings_come_before_the_client_says_anything() throws ExecutionException {
      Caller caller = caller();

      assertThat(type(caller.hears())).isEqualTo("session.created");
      assertThat(type(caller.hears())).isEqualTo("conversation.created");
    }

    @Test
    void a2_an_update_is_acknowledged_each_time() throws ExecutionException {
      Caller caller = caller();

      for (int i = 0; i < 3; i++) {
        caller.says(UPDATE.formatted("{}"));
        assertThat(caller.hears("session.updated").has("session")).isTrue();
      }
    }

    @Test
    void a3_metadata_is_echoed_as_sent_and_left_out_when_none_was() throws ExecutionException {
      Caller caller = caller().says(TYPED.formatted(""));
      caller.says(
          "{\"type\":\"response.create\",\"response\":{\"metadata\":{\"client_event_id\":\"7\"}}}");
      JsonNode created = caller.hears("response.created");
      assertThat(created.at("/response/metadata/client_event_id").asString()).isEqualTo("7");
      caller.hears("response.done");

      assertThat(typed(caller).hears("response.created").path("response").has("metadata"))
          .isFalse();
    }

    @Test
    void a4_an_item_keeps_the_clients_id_and_is_told_of() throws ExecutionException {
      Caller caller = caller().says(TYPED.formatted("\"id\":\"mine\","));

      assertThat(caller.hears("conversation.item.added").at("/item/id").asString())
          .isEqualTo("mine");
    }

    @Test
    void a5_a_subprotocol_is_answered_with_one_of_those_offered_or_with_none()
        throws ExecutionException {
      MockVoiceServer server = server(ServerOptions.builder());

      assertThat(Caller.to(server.uri()).subprotocol()).isEmpty();
      assertThat(
              Caller.to(server.uri(), Map.of(), "realtime", "openai-insecure-api-key.K")
                  .subprotocol())
          .isEqualTo("realtime");
      assertThat(Caller.to(server.uri(), Map.of(), "xai-client-secret.T").subprotocol())
          .isEqualTo("xai-client-secret.T");
    }

    @Test
    void a6_no_error_comes_when_nothing_is_wrong() throws ExecutionException {
      Caller caller = caller().says(UPDATE.formatted("{}")).says("{\"type\":\"pong\"}");

      assertThat(untilDone(typed(caller))).noneMatch(event -> type(event).equals("error"));
    }

    @Test
    void a7_messages_have_content_in_the_shape_for_strict_clients() throws ExecutionException {
      List<JsonNode> heard = untilDone(typed(caller(Profile.OPENAI_GA)));

      assertThat(first(heard, "response.output_item.added").at("/item/content").isArray()).isTrue();
      assertThat(first(heard, "response.output_item.done").at("/item/content").isArray()).isTrue();
    }

    @Test
    void a8_status_details_are_no_text_in_the_shape_for_strict_clients() throws ExecutionException {
      List<JsonNode> heard = untilDone(typed(caller(Profile.OPENAI_GA)));

      assertThat(first(heard, "response.created").at("/response/status_details").isString())
          .isFalse();
      assertThat(first(heard, "response.done").at("/response/status_details").isString()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "live-2026-07", "launch", "documented", "openai-ga"})
    void a9_a_call_is_told_of_before_its_arguments_are_done(String profile)
        throws ExecutionException {
      ServerOptionsBuilder options =
          ServerOptions.builder().playing(CALL).profile(Profile.named(profile).orElseThrow());
      Caller caller = typed(Caller.to(server(options).uri()));

      JsonNode next = caller.hears();
      while (!next.at("/item/type").asString("").equals("function_call")) {
        assertThat(type(next)).isNotEqualTo("response.function_call_arguments.done");
        next = caller.hears();
      }
      assertThat(type(next)).isIn("conversation.item.added", "response.output_item.added");
      assertThat(caller.hears("response.function_call_arguments.done").path("name").asString())
          .isEqualTo("get_weather");
    }

    @Test
    void a10_an_empty_commit_makes_no_item_and_no_answer() throws ExecutionException {
      Caller caller = caller().says(UPDATE.formatted("{\"turn_detection\":null}"));
      caller.hears("session.updated");

      caller.says(COMMIT).says(UPDATE.formatted("{}"));

      assertThat(type(afterPings(caller))).isEqualTo("session.updated");
    }

    @Test
    void a11_a_rate_of_22050_is_shown_only_to_who_asked_for_it() throws ExecutionException {
      Caller caller = caller().says(UPDATE.formatted("{\"instructions\":\"Be brief.\"}"));
      assertThat(caller.hears("session.updated").toString()).doesNotContain("22050");

      String format =
          "{\"audio\":{\"output\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":22050}}}}";
      caller.says(UPDATE.formatted(format));
      assertThat(caller.hears("session.updated").at("/session/audio/output/format/rate").asInt())
          .isEqualTo(22_050);
    }

    @Test
    void a12_a_ping_of_the_socket_itself_is_answered() throws ExecutionException {
      Caller caller = caller().pings().pings();

      assertThat(type(caller.hears())).isEqualTo("session.created");
    }
  }

  private static JsonNode afterPings(Caller caller) {
    JsonNode next = caller.hears();
    while (type(next).equals("ping")) {
      next = caller.hears();
    }
    return next;
  }

  @Nested
  final class WhateverTheySend {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"tools\":null}",
          "{\"tools\":[{\"type\":\"function\",\"name\":\"f\",\"parameters\":{}}]}",
          "{\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{}}}]}",
          "{\"type\":\"realtime\"}",
          "{\"output_modalities\":[\"audio\"]}",
          "{\"modalities\":[\"text\",\"audio\"]}",
          "{\"turn_detection\":{\"type\":\"server_vad\"}}",
          "{\"audio\":{\"input\":{\"turn_detection\":{\"type\":\"server_vad\"}}}}",
          "{\"voice\":\"Ara\"}",
          "{\"audio\":{\"output\":{\"voice\":\"Ara\"}}}",
          "{\"tracing\":\"auto\"}",
          "{\"input_audio_transcription\":{}}",
          "{\"max_output_tokens\":400}",
          "{\"something_unheard_of\":{\"a\":[1]}}",
          "{\"turn_detection\":null}"
        })
    void b_a_session_is_taken_as_clients_write_it(String session) throws ExecutionException {
      Caller caller = caller().says(UPDATE.formatted(session));
      caller.hears("conversation.created");

      assertThat(type(afterPings(caller))).isEqualTo("session.updated");
    }

    @Test
    void b_an_invented_event_gets_an_error_and_the_session_goes_on() throws ExecutionException {
      Caller caller = caller().says("{\"type\":\"conversation.item.commit\"}");
      caller.hears("error");

      assertThat(type(untilDone(typed(caller)).get(0))).isNotEqualTo("error");
    }

    @Test
    void b_every_event_has_a_type_and_an_event_id() throws ExecutionException {
      Caller caller = caller().says(UPDATE.formatted("{}"));

      assertThat(untilDone(typed(caller)))
          .allMatch(event -> !type(event).isEmpty() && event.path("event_id").isString());
    }

    @Test
    void b_an_item_may_be_put_first() throws ExecutionException {
      String first = TYPED.formatted("\"id\":\"first\",").strip().substring(1);
      Caller caller = caller().says(TYPED.formatted("\"id\":\"second\","));
      caller.hears("conversation.item.added");

      JsonNode added =
          caller.says("{\"previous_item_id\":\"root\"," + first).hears("conversation.item.added");

      assertThat(added.at("/item/id").asString()).isEqualTo("first");
      assertThat(added.path("previous_item_id").isNull()).isTrue();
    }

    @Test
    void b_sound_may_come_in_binary_frames() throws ExecutionException {
      String binary = "{\"turn_detection\":null,\"audio\":{\"input\":{\"transport\":\"binary\"}}}";
      Caller caller = caller().says(UPDATE.formatted(binary));
      caller.hears("session.updated");

      caller.sends(hum()).says(COMMIT);

      assertThat(caller.hears("input_audio_buffer.committed").has("item_id")).isTrue();
    }
  }

  /** A second of what the ears take for speech: PCM16 at 24 kHz. */
  private static byte[] hum() {
    short[] samples = new short[24_000];
    for (int i = 0; i < samples.length; i++) {
      double time = i / 24_000.0;
      double voice = Math.sin(2 * Math.PI * 140 * time) + Math.sin(2 * Math.PI * 700 * time);
      samples[i] = (short) (6_000 * voice * (1 + Math.sin(2 * Math.PI * 4 * time)) / 2);
    }
    return new Pcm(samples, 24_000).littleEndian();
  }

  @Nested
  final class VariantsAndErrors {
    /** 10.2: some say it at once, some after the first greeting, some after the second. */
    @Test
    void c_an_update_may_come_before_between_and_after_the_greetings() throws ExecutionException {
      for (String awaited : List.of("", "session.created", "conversation.created")) {
        Caller caller = caller();
        if (!awaited.isEmpty()) {
          caller.hears(awaited);
        }
        caller.says(UPDATE.formatted("{}"));
        assertThat(caller.hears("session.updated").has("session")).as("after " + awaited).isTrue();
      }
    }

    @Test
    void c_a_cancel_of_nothing_is_told_in_the_words_clients_know() throws ExecutionException {
      JsonNode error = caller().says(CANCEL).hears("error").path("error");

      assertThat(error.path("message").asString())
          .isEqualTo("Cancellation failed: no active response found");
      assertThat(error.path("code").asString()).isEqualTo("response_cancel_not_active");
    }

    @Test
    void c_a_second_answer_at_once_is_told_in_the_words_clients_know() throws ExecutionException {
      MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build());
      servers.add(server);
      Caller caller = typed(Caller.to(server.uri()));
      caller.hears("response.created");

      JsonNode error = caller.says(CREATE).hears("error").path("error");

      assertThat(error.path("message").asString()).contains("already has an active response");
      assertThat(error.path("code").asString())
          .isEqualTo("conversation_already_has_active_response");
    }

    @Test
    void c_a_refused_truncation_says_so() throws ExecutionException {
      Caller caller =
          caller()
              .says(
                  "{\"type\":\"conversation.item.truncate\",\"item_id\":\"none\",\"content_index\":0,\"audio_end_ms\":1}");

      assertThat(caller.hears("error").at("/error/message").asString())
          .containsIgnoringCase("truncat");
    }

    @Test
    void c_an_unknown_item_that_is_deleted_is_not_found() throws ExecutionException {
      Caller caller = caller().says("{\"type\":\"conversation.item.delete\",\"item_id\":\"none\"}");

      assertThat(caller.hears("error").at("/error/message").asString()).contains("Item not found");
    }

    /** 10.1: as the GA parsers need it, with type and message. */
    @Test
    void c_an_error_has_a_type_and_a_message() throws ExecutionException {
      Caller caller = caller(Profile.OPENAI_GA).says("{\"type\":\"unheard.of\"}");

      JsonNode error = caller.hears("error").path("error");
      assertThat(error.path("type").isString()).isTrue();
      assertThat(error.path("message").isString()).isTrue();
    }
  }
}
