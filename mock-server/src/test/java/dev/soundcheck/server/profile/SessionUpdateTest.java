package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SessionUpdateTest {
  private final Studio studio = Studio.instant(Profile.LIVE);

  private JsonNode updated() {
    return studio.last(EventType.SESSION_UPDATED).path("session");
  }

  /** live-behaviour.md 1.3. */
  @Test
  void the_session_stands_before_the_type() {
    studio.configures("");

    assertThat(studio.the(EventType.SESSION_UPDATED).propertyNames())
        .containsExactly("session", "type", "event_id", "previous_item_id");
  }

  /** decisions.md "session.updated (live)": the whole key order. */
  @Test
  void everything_that_can_be_sent_is_shown_in_order() {
    studio.configures(
        """
        "voice":"Eve","replace":{"xAI":"ex A I"},"instructions":"Be brief.",
        "turn_detection":{"type":"server_vad"},"reasoning":{"effort":"none"},
        "tools":[{"type":"function","name":"f","parameters":{"type":"object"}}],
        "resumption":{"enabled":true},"parallel_tool_calls":true,
        "audio":{"output":{"speed":1.2},"input":{"transcription":{"model":"grok-transcribe"}}}""");

    assertThat(updated().propertyNames())
        .containsExactly(
            "instructions",
            "enable_noise_suppression",
            "turn_detection",
            "reasoning",
            "model",
            "tools",
            "voice",
            "replace",
            "keep_context",
            "enable_phonetic_spelling",
            "input_audio_transcription",
            "modalities",
            "input_audio_format",
            "output_audio_format",
            "tool_choice",
            "temperature",
            "max_response_output_tokens",
            "audio");
    assertThat(updated().path("audio").path("input").propertyNames())
        .containsExactly("format", "transport", "transcription");
    assertThat(updated().path("audio").path("output").propertyNames())
        .containsExactly("format", "transport", "speed");
  }

  /** decisions.md "session.updated (live)". */
  @Test
  void nothing_sent_is_shown_as_usual() {
    studio.configures("");

    assertThat(updated().toString())
        .isEqualTo(
            """
            {"instructions":"","enable_noise_suppression":false,\
            "model":"grok-voice-think-fast-2.0","keep_context":false,\
            "enable_phonetic_spelling":false,"input_audio_transcription":null,\
            "modalities":["audio"],"input_audio_format":"not specified",\
            "output_audio_format":"not specified","tool_choice":"auto","temperature":-1.0,\
            "max_response_output_tokens":"inf","audio":{"input":{"format":\
            {"type":"audio/pcm","rate":24000},"transport":"json"},"output":{"format":\
            {"type":"audio/pcm","rate":24000},"transport":"json"}}}""");
  }

  /** decisions.md: live-2026-07 differs in enable_noise_suppression (captures of July). */
  @Test
  void july_suppressed_noise() {
    Studio july = Studio.instant(Profile.LIVE_2026_07).configures("");

    JsonNode session = july.the(EventType.SESSION_UPDATED).path("session");
    assertThat(session.path("enable_noise_suppression").booleanValue()).isTrue();
  }

  /** live-behaviour.md 1.3: merged; several updates are fine. */
  @Test
  void a_second_update_keeps_what_it_does_not_name() {
    studio.configures("\"instructions\":\"Be brief.\",\"voice\":\"rex\"");
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\",\"threshold\":0.5}");

    assertThat(updated().path("instructions").asString()).isEqualTo("Be brief.");
    assertThat(updated().path("voice").asString()).isEqualTo("rex");
    assertThat(updated().path("turn_detection").toString())
        .isEqualTo("{\"type\":\"server_vad\",\"threshold\":0.5}");
  }

  /** live-behaviour.md 1.3: absent when the client sent null. */
  @Test
  void turn_detection_of_null_is_not_shown() {
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}");
    studio.configures("\"turn_detection\":null");

    assertThat(updated().has("turn_detection")).isFalse();
  }

  /** live-behaviour.md 1.3: sent flat or nested, echoed nested, in the captured key order. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"function\",\"name\":\"f\",\"parameters\":{\"type\":\"object\"},"
            + "\"description\":\"d\"}",
        "{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\"},"
            + "\"description\":\"d\"}}"
      })
  void functions_are_shown_nested(String sent) {
    studio.configures("\"tools\":[%s]".formatted(sent));

    assertThat(updated().path("tools").toString())
        .isEqualTo(
            "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"description\":\"d\","
                + "\"parameters\":{\"type\":\"object\"}}}]");
  }

  /** clients.md B: VideoSDK sends null for no tools. */
  @Test
  void tools_of_null_are_no_tools() {
    studio.configures("\"tools\":[{\"type\":\"function\",\"name\":\"f\"}]");
    studio.configures("\"tools\":null");

    assertThat(updated().has("tools")).isFalse();
  }

  /** live-behaviour.md 1.3 and decisions.md: normalised; an unknown voice becomes the default. */
  @ParameterizedTest
  @ValueSource(strings = {"ara", "Ara", "xai_ara", "nobody"})
  void a_voice_is_shown_by_its_id(String sent) {
    studio.configures("\"voice\":\"%s\"".formatted(sent));

    assertThat(updated().path("voice").asString()).isEqualTo("ara");
  }

  /** decisions.md: nested turn_detection and voice act as the top-level ones and are not echoed. */
  @Test
  void nested_settings_act_as_those_on_top() {
    studio.configures(
        """
        "audio":{"input":{"turn_detection":{"type":"server_vad"}},"output":{"voice":"Leo"}}""");

    assertThat(updated().path("turn_detection").toString()).isEqualTo("{\"type\":\"server_vad\"}");
    assertThat(updated().path("voice").asString()).isEqualTo("leo");
    assertThat(updated().path("audio").path("input").has("turn_detection")).isFalse();
    assertThat(updated().path("audio").path("output").has("voice")).isFalse();
  }

  /**
   * live-behaviour.md 1.3: taken without a word; that the server then finds the turns, and says so
   * in the contract's words, is ours (docs/decisions/session-choices.md).
   */
  @Test
  void the_detector_of_another_vendor_is_taken_for_ours() {
    studio.configures(
        """
        "audio":{"input":{"turn_detection":
         {"type":"semantic_vad","eagerness":"low","interrupt_response":true}}}""");

    assertThat(updated().path("turn_detection").toString())
        .isEqualTo("{\"type\":\"server_vad\",\"interrupt_response\":true}");
  }

  /** decisions.md "session.updated": what another vendor's detector is set by is not echoed. */
  @Test
  void a_detector_without_a_name_keeps_what_is_ours() {
    studio.configures(
        "\"audio\":{\"input\":{\"turn_detection\":{\"eagerness\":\"low\",\"threshold\":0.5}}}");

    assertThat(updated().path("turn_detection").toString()).isEqualTo("{\"threshold\":0.5}");
  }

  /** live-behaviour.md 2.14 and 5.2: error, and the old configuration stays. */
  @Test
  void a_reserved_or_doubled_name_changes_nothing() {
    studio.configures("\"instructions\":\"Before.\"");
    studio.sends(
        """
        {"type":"session.update","event_id":"mine","session":{"instructions":"After.","tools":[
         {"type":"function","name":"web_search"},{"type":"function","name":"f"},
         {"type":"function","name":"f"}]}}""");

    JsonNode error = studio.the(EventType.ERROR).path("error");
    assertThat(error.path("param").asString()).isEqualTo("session.tools[0].name");
    assertThat(error.path("event_id").asString()).isEqualTo("mine");
    assertThat(error.path("message").asString()).contains("\"web_search\"", "\"f\"");
    studio.configures("");
    assertThat(updated().path("instructions").asString()).isEqualTo("Before.");
  }

  /** live-behaviour.md 5.1: the code of the documented example. */
  @Test
  void a_format_that_is_not_spoken_is_refused() {
    studio.configures(
        "\"audio\":{\"output\":{\"format\":{\"type\":\"audio/opus\",\"rate\":48000}}}");

    JsonNode error = studio.the(EventType.ERROR).path("error");
    assertThat(error.path("code").asString()).isEqualTo("invalid_audio_format");
    assertThat(error.path("param").asString()).isEqualTo("session.audio.output.format");
  }

  /** live-behaviour.md 2.16: 0.14 to 0.50 s. */
  @Test
  void an_update_takes_its_time() {
    Studio paced = Studio.paced(Profile.LIVE).configures("").passes(1_000);

    assertThat(paced.all(EventType.SESSION_UPDATED).get(0).at().toMillis()).isBetween(140L, 500L);
  }
}
