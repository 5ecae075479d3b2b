package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Intent;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** live-behaviour.md 2.15 and 8.1: the wire ignores a wish for text, the documents grant it. */
final class TextOnlyTest {
  private static final String CREATE = "{\"type\":\"response.create\",\"response\":{%s}}";

  private static List<String> typesOf(Studio studio) {
    return studio.types().stream().filter(type -> type.startsWith("response.")).toList();
  }

  private static Studio answered(Profile profile, String members, String response) {
    Studio studio = Studio.instant(profile).configures(members).fromHere();
    return studio
        .willSay("It is foggy. Bring a coat.")
        .types("Hi.")
        .sends(CREATE.formatted(response));
  }

  /** live-behaviour.md 2.15: every form of asking. */
  @ParameterizedTest
  @EnumSource(names = {"LIVE", "LIVE_2026_07", "LAUNCH"})
  void the_wire_speaks_whatever_was_asked_for(Profile profile) {
    for (String form : List.of("\"modalities\":[\"text\"]", "\"output_modalities\":[\"text\"]")) {
      assertThat(answered(profile, form, "").types())
          .contains("response.output_audio.delta")
          .doesNotContain("response.output_text.delta");
      assertThat(answered(profile, "", form).types()).contains("response.output_audio.delta");
    }
    Studio studio = Studio.instant(profile).configures("\"modalities\":[\"text\"]");
    assertThat(studio.the(EventType.SESSION_UPDATED).at("/session/modalities").toString())
        .isEqualTo("[\"audio\"]");
  }

  /** events.yaml, response.output_text.delta. */
  @ParameterizedTest
  @EnumSource(names = {"DOCUMENTED", "OPENAI_GA"})
  void elsewhere_the_answer_is_written(Profile profile) {
    Studio studio = answered(profile, "\"modalities\":[\"text\"]", "");

    assertThat(typesOf(studio))
        .filteredOn(type -> !type.equals("response.output_text.delta"))
        .containsExactly(
            "response.created",
            "response.output_item.added",
            "response.content_part.added",
            "response.content_part.done",
            "response.output_item.done",
            "response.done");
    assertThat(
            studio.all(EventType.RESPONSE_OUTPUT_TEXT_DELTA).stream()
                .map(one -> one.json().path("delta").asString())
                .collect(Collectors.joining()))
        .isEqualTo("It is foggy. Bring a coat.");
    JsonNode content = studio.the(EventType.RESPONSE_DONE).at("/response/output/0/content/0");
    assertThat(content.path("text").asString()).isEqualTo("It is foggy. Bring a coat.");
    assertThat(studio.the(EventType.RESPONSE_CONTENT_PART_ADDED).at("/part/type").asString())
        .isEqualTo("text");
  }

  @Test
  void the_parts_of_a_written_answer_have_each_profiles_names() {
    JsonNode documented =
        answered(Profile.DOCUMENTED, "", "\"modalities\":[\"text\"]")
            .the(EventType.RESPONSE_CONTENT_PART_DONE);
    JsonNode openAi =
        answered(Profile.OPENAI_GA, "", "\"output_modalities\":[\"text\"]")
            .the(EventType.RESPONSE_CONTENT_PART_DONE);

    assertThat(documented.path("part").toString())
        .isEqualTo("{\"type\":\"text\",\"transcript\":\"It is foggy. Bring a coat.\"}");
    assertThat(openAi.path("part").toString())
        .isEqualTo("{\"type\":\"text\",\"text\":\"It is foggy. Bring a coat.\"}");
  }

  /** events.yaml, response.create: the wish of one response goes before that of the session. */
  @Test
  void one_response_can_be_otherwise() {
    Studio spoken =
        answered(Profile.DOCUMENTED, "\"modalities\":[\"text\"]", "\"modalities\":[\"audio\"]");
    assertThat(spoken.types()).contains("response.output_audio.delta");

    Studio next = spoken.fromHere().willSay("Written again.").types("Hi.").asksForResponse();
    assertThat(next.types()).contains("response.output_text.delta");
  }

  /** events.yaml, modalities: nothing, null and both are no wish for text alone. */
  @ParameterizedTest
  @ValueSource(strings = {"[\"text\",\"audio\"]", "[]", "null"})
  void what_is_no_wish_for_text_alone_is_spoken(String forms) {
    assertThat(answered(Profile.DOCUMENTED, "\"modalities\":" + forms, "").types())
        .contains("response.output_audio.delta");
  }

  @Test
  void a_wish_is_taken_back_and_shown() {
    Studio studio = Studio.instant(Profile.DOCUMENTED).configures("\"modalities\":[\"text\"]");
    studio.configures("\"instructions\":\"Be brief.\"");
    assertThat(studio.last(EventType.SESSION_UPDATED).at("/session/modalities").toString())
        .isEqualTo("[\"text\"]");
    studio.configures("\"modalities\":[\"audio\"]");
    assertThat(studio.last(EventType.SESSION_UPDATED).at("/session/modalities").toString())
        .isEqualTo("[\"audio\"]");
  }

  /** live-behaviour.md 1.7: what was not made costs nothing. */
  @Test
  void writing_costs_no_sound() {
    JsonNode done =
        answered(Profile.OPENAI_GA, "\"modalities\":[\"text\"]", "").the(EventType.RESPONSE_DONE);
    JsonNode usage = done.path("usage");

    assertThat(usage.path("output_audio_seconds").asDouble()).isZero();
    assertThat(usage.at("/output_token_details/audio_tokens").asInt()).isZero();
    assertThat(usage.at("/output_token_details/text_tokens").asInt()).isPositive();
  }

  /** decisions.md "Orders": what was begun is closed. */
  @Test
  void a_written_answer_can_be_cancelled() {
    Studio studio = Studio.paced(Profile.DOCUMENTED).configures("\"modalities\":[\"text\"]");
    studio.passes(1_000).willSay(Everything.LONG).types("Hi.").asksForResponse().passes(900);
    studio.fromHere().sends(Everything.CANCEL);

    assertThat(studio.types())
        .containsExactly(
            "response.content_part.done", "response.output_item.done", "response.done");
    assertThat(studio.the(EventType.RESPONSE_DONE).at("/response/status").asString())
        .isEqualTo("cancelled");
  }

  @Test
  void what_a_recording_says_is_written_too() {
    Studio studio = Studio.instant(Profile.DOCUMENTED).configures("\"modalities\":[\"text\"]");
    Intent.Part recording = new Intent.Recording("One second.", ToneVoice.hum(24_000));
    studio.will(new Intent.Answer(List.of(recording))).types("Hi.").asksForResponse();

    assertThat(studio.the(EventType.RESPONSE_OUTPUT_TEXT_DELTA).path("delta").asString())
        .isEqualTo("One second.");
  }
}
