package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Intent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * live-behaviour.md 4: {@code updated} is cumulative and may rewrite earlier words ("Last ones." →
 * "Last once. I paid twice."), each paired with an unfinished {@code completed}.
 */
final class CorrectionTest {
  private static final String TRANSCRIBED =
      """
      "turn_detection":{"type":"server_vad"},
      "audio":{"input":{"transcription":{"model":"grok-transcribe"}}}""";

  private final Studio studio =
      Studio.paced(Profile.LIVE).configures(TRANSCRIBED).passes(1_000).fromHere();

  private static List<String> transcripts(Studio studio, EventType type) {
    return studio.all(type).stream().map(one -> one.json().path("transcript").asString()).toList();
  }

  private List<String> updates() {
    return transcripts(studio, EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED);
  }

  private void speaks(long millis) {
    studio.intends(new Intent.ExpectWords("Last once. I paid twice."));
    studio.streams(Sounds.utterance(0, millis)).passes(2_000);
  }

  @Test
  void words_are_rewritten_as_more_is_heard() {
    studio.intends(new Intent.Mishear("Last ones.")).intends(new Intent.Mishear("Last ones, I."));
    speaks(3_000);

    assertThat(updates())
        .startsWith("Last ones.", "Last ones, I.", "Last once. I paid")
        .noneMatch("Last once. I paid twice."::equals);
    assertThat(transcripts(studio, EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED))
        .startsWith("Last ones.", "Last ones, I.")
        .endsWith("Last once. I paid twice.");
  }

  /** Ours: a correction that a scenario names is never lost to a short word. */
  @Test
  void speech_that_is_too_short_for_it_is_misheard_before_its_end() {
    studio.intends(new Intent.Mishear("Last ones."));
    speaks(300);

    assertThat(updates()).startsWith("Last ones.");
    assertThat(studio.types())
        .containsSubsequence(
            "conversation.item.input_audio_transcription.updated",
            "input_audio_buffer.speech_stopped");
  }

  @Test
  void only_the_next_speech_is_misheard() {
    studio.intends(new Intent.Mishear("Last ones."));
    speaks(900);
    studio.fromHere();
    speaks(900);

    assertThat(updates()).isNotEmpty().doesNotContain("Last ones.");
  }

  /** live-behaviour.md 4: without the model there are no unfinished transcripts. */
  @Test
  void who_wants_no_partial_transcripts_is_told_of_no_correction() {
    Studio plain =
        Studio.paced(Profile.LIVE).configures("\"turn_detection\":{\"type\":\"server_vad\"}");
    plain.passes(1_000).intends(new Intent.Mishear("Last ones."));
    plain.streams(Sounds.utterance(0, 2_000)).passes(2_000);

    assertThat(transcripts(plain, EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED))
        .containsExactly("(speech)");
  }

  /** live-behaviour.md 4: an unknown code is ignored silently; hints are echoed as sent. */
  @ParameterizedTest
  @ValueSource(strings = {"es-ES", "xx-Unknown", "pt"})
  void a_hint_of_any_language_is_accepted(String hint) {
    Studio hinted =
        Studio.instant(Profile.LIVE)
            .configures(
                """
                "audio":{"input":{"transcription":{"model":"grok-transcribe",
                 "language_hint":"%s","keyterms":["a","b"]}}}"""
                    .formatted(hint));

    JsonNode shown = hinted.the(EventType.SESSION_UPDATED).at("/session/audio/input/transcription");
    assertThat(shown.path("language_hint").asString()).isEqualTo(hint);
    assertThat(shown.path("keyterms")).hasSize(2);
  }
}
