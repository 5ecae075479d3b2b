package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Dialect.TurnOrder;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Pace;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SpokenTurnTest {
  private static final String VAD =
      "\"turn_detection\":{\"type\":\"server_vad\",\"silence_duration_ms\":500}";
  private static final String PARTIALS =
      ",\"audio\":{\"input\":{\"transcription\":{\"model\":\"grok-transcribe\"}}}";

  private static Studio vad(Studio studio, String more) {
    return studio
        .configures(VAD + more)
        .intends(new Intent.ExpectWords("Hello, my name is Marcelo."))
        .fromHere();
  }

  /** live-behaviour.md 2.3, 29 August 2026. */
  @Test
  void live_opens_the_response_before_the_turn_is_closed() {
    Studio studio = vad(Studio.instant(Profile.LIVE), PARTIALS).willSay("Hello Marcelo!");
    studio.pushes(Sounds.utterance(300, 900));

    assertThat(studio.types().subList(0, 10))
        .containsExactly(
            "input_audio_buffer.speech_started",
            "conversation.item.added",
            "conversation.item.input_audio_transcription.updated",
            "conversation.item.input_audio_transcription.completed",
            "conversation.item.input_audio_transcription.completed",
            "response.created",
            "input_audio_buffer.speech_stopped",
            "input_audio_buffer.committed",
            "conversation.item.input_audio_transcription.completed",
            "response.output_item.added");
  }

  /** live-behaviour.md 2.3, July 2026; capture audio-in-server-vad-turn. */
  @Test
  void july_opens_the_response_after_the_final_transcript() {
    Studio studio = vad(Studio.instant(Profile.LIVE_2026_07), PARTIALS).willSay("Hello!");
    studio.pushes(Sounds.utterance(300, 900));

    assertThat(studio.types().subList(0, 11))
        .containsExactly(
            "input_audio_buffer.speech_started",
            "conversation.item.added",
            "conversation.item.input_audio_transcription.updated",
            "conversation.item.input_audio_transcription.completed",
            "input_audio_buffer.speech_stopped",
            "input_audio_buffer.committed",
            "conversation.item.input_audio_transcription.updated",
            "conversation.item.input_audio_transcription.completed",
            "conversation.item.input_audio_transcription.completed",
            "response.created",
            "response.output_item.added");
  }

  /** decisions.md "Profiles": the late order is a choice in live. */
  @Test
  void live_can_choose_the_late_order() {
    Studio studio =
        vad(Studio.choosing(Profile.LIVE, one -> one.with(TurnOrder.TRANSCRIPT_FIRST)), "")
            .willSay("Hello!");
    studio.pushes(Sounds.utterance(300, 900));

    assertThat(studio.types().indexOf("response.created"))
        .isGreaterThan(
            studio.types().indexOf("conversation.item.input_audio_transcription.completed"));
  }

  /** decisions.md "Numbers": positions in the audio sent, without padding. */
  @Test
  void the_offsets_are_where_speech_begins_and_ends() {
    Studio studio = vad(Studio.instant(Profile.LIVE), "").pushes(Sounds.utterance(300, 900));

    assertThat(
            studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).path("audio_start_ms").asInt())
        .isEqualTo(300);
    assertThat(studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED).path("audio_end_ms").asInt())
        .isEqualTo(1_200);
    assertThat(studio.asked())
        .containsExactly(
            new Cue.Asked(
                Cue.Kind.SPOKEN,
                "Hello, my name is Marcelo.",
                Duration.ofMillis(900),
                List.of(),
                false));
  }

  /** decisions.md "Numbers": without a transcription model only the final transcript comes. */
  @Test
  void without_a_transcription_model_only_the_final_transcript_comes() {
    Studio studio = vad(Studio.instant(Profile.LIVE), "").pushes(Sounds.utterance(0, 2_000));

    assertThat(studio.all(EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED)).isEmpty();
    JsonNode last = studio.the(EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED);
    assertThat(last.path("status").asString()).isEqualTo("completed");
    assertThat(last.path("transcript").asString()).isEqualTo("Hello, my name is Marcelo.");
  }

  /** live-behaviour.md 4: cumulative, each paired with an unfinished completed. */
  @Test
  void words_come_to_light_as_they_are_spoken() {
    Studio studio = vad(Studio.paced(Profile.LIVE), PARTIALS).passes(1_000);
    studio.streams(Sounds.utterance(0, 2_500)).passes(1_000);

    List<String> updates =
        studio.all(EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED).stream()
            .map(one -> one.json().path("transcript").asString())
            .toList();
    assertThat(updates).hasSizeGreaterThan(1).first().isEqualTo("Hello,");
    assertThat("Hello, my name is Marcelo.").startsWith(updates.get(updates.size() - 1));
    assertThat(updates).isSortedAccordingTo((a, b) -> Integer.compare(a.length(), b.length()));
  }

  /** decisions.md: the transcript of unexpected speech is ours. */
  @Test
  void speech_that_nobody_expects_has_a_neutral_transcript() {
    Studio studio = Studio.instant(Profile.LIVE).configures(VAD);
    studio.pushes(Sounds.utterance(0, 500));

    assertThat(studio.asked().get(0).words()).isEqualTo("(speech)");
  }

  /** live-behaviour.md 2.3: the detector counts streamed media, not the clock. */
  @Test
  void the_clock_alone_does_not_end_speech() {
    Studio studio = vad(Studio.instant(Profile.LIVE), "").pushes(Sounds.speech(500));
    studio.passes(60_000);
    assertThat(studio.asked()).isEmpty();

    studio.pushes(Sounds.silence(600));
    assertThat(studio.asked()).hasSize(1);
  }

  /** live-behaviour.md 2.3: committed names the user's item before. */
  @Test
  void a_second_turn_is_committed_behind_the_first() {
    Studio studio = vad(Studio.instant(Profile.LIVE), "").willSay("One.").willSay("Two.");
    studio.pushes(Sounds.utterance(0, 500)).pushes(Sounds.utterance(0, 500));

    List<Studio.Heard> committed = studio.all(EventType.INPUT_AUDIO_BUFFER_COMMITTED);
    assertThat(committed.get(0).json().path("previous_item_id").isNull()).isTrue();
    assertThat(committed.get(1).json().path("previous_item_id").asString())
        .isEqualTo(committed.get(0).json().path("item_id").asString());
  }

  /** decisions.md "Errors": bad base64 names its param and the client's event. */
  @Test
  void bad_base64_is_an_error_and_the_session_goes_on() {
    Studio studio = vad(Studio.instant(Profile.LIVE), "");
    studio.sends("{\"type\":\"input_audio_buffer.append\",\"event_id\":\"e1\",\"audio\":\"*\"}");

    JsonNode error = studio.the(EventType.ERROR).path("error");
    assertThat(error.path("param").asString()).isEqualTo("audio");
    assertThat(error.path("event_id").asString()).isEqualTo("e1");
    studio.sends(Sounds.append(Sounds.utterance(0, 500)));
    assertThat(studio.asked()).hasSize(1);
  }

  /** events.yaml: binary frames at any time; a sample cut in half is kept by the decoder. */
  @Test
  void a_sample_may_be_cut_between_messages() {
    Studio studio = vad(Studio.instant(Profile.LIVE), "");
    byte[] sound = Sounds.utterance(300, 900);
    for (int from = 0; from < sound.length; from += 961) {
      studio.pushes(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 961)));
    }

    assertThat(
            studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).path("audio_start_ms").asInt())
        .isEqualTo(300);
  }

  /** decisions.md "Numbers": ten tokens a second since the last commit; 1.7: the transcript's. */
  @Test
  void spoken_input_is_counted() {
    Studio studio = vad(Studio.instant(Profile.LIVE), "").willSay("Hi.");
    studio.pushes(Sounds.utterance(300, 900));

    JsonNode details =
        studio.the(EventType.RESPONSE_DONE).path("usage").path("input_token_details");
    assertThat(details.path("audio_tokens").asInt()).isEqualTo(18);
    assertThat(details.path("text_tokens").asInt()).isEqualTo(7);
  }

  /** live-behaviour.md 5.2: a commit under server VAD reports no error. */
  @Test
  void a_commit_under_server_vad_is_ignored() {
    Studio studio = vad(Studio.instant(Profile.LIVE), "").pushes(Sounds.speech(500)).fromHere();
    studio.sends("{\"type\":\"input_audio_buffer.commit\"}");

    assertThat(studio.types()).isEmpty();
  }

  /** live-behaviour.md 1.3: create_response false is echoed and ignored. */
  @Test
  void a_client_cannot_forbid_the_answer() {
    Studio studio =
        Studio.instant(Profile.LIVE)
            .configures("\"turn_detection\":{\"type\":\"server_vad\",\"create_response\":false}");
    studio.pushes(Sounds.utterance(0, 500));

    assertThat(studio.asked()).hasSize(1);
  }

  /** live-behaviour.md 2.3: an answer that nobody heard yet vanishes when the user goes on. */
  @Test
  void an_answer_to_someone_who_goes_on_talking_vanishes() {
    Studio studio =
        Studio.with(Profile.LIVE_2026_07, setup -> setup.with(Pace.LIVE))
            .configures(VAD)
            .passes(1_000)
            .willSay("Hello.")
            .fromHere();
    studio.pushes(Sounds.utterance(0, 500)).pushes(Sounds.speech(200)).passes(5_000);

    assertThat(studio.types()).contains("response.created").doesNotContain("response.done");
  }

  /** events.yaml audio_formats: the input format is the client's choice. */
  @Test
  void speech_is_heard_in_the_format_asked_for() {
    Studio studio =
        vad(
            Studio.instant(Profile.LIVE),
            ",\"audio\":{\"input\":{\"format\":{\"type\":\"audio/pcmu\",\"rate\":8000}}}");
    AudioFormat law = new AudioFormat(AudioFormat.Encoding.PCMU, 8_000);
    byte[] silence = law.encode(Pcm.silence(Duration.ofMillis(600), 8_000));
    byte[] speech = law.encode(new Pcm(ToneVoice.hum(4_000).samples(), 8_000));
    studio.pushes(silence).pushes(speech).pushes(silence);

    assertThat(
            studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).path("audio_start_ms").asInt())
        .isBetween(600, 602);
    assertThat(studio.asked().get(0).spoken().toMillis()).isBetween(495L, 500L);
  }

  /** Offsets go on when the client changes its format; speech under way ends with the change. */
  @Test
  void another_format_ends_speech_and_keeps_the_position() {
    Studio studio = vad(Studio.instant(Profile.LIVE), "").pushes(Sounds.speech(500));
    studio.configures("\"audio\":{\"input\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":48000}}}");
    assertThat(studio.asked()).hasSize(1);

    studio.fromHere().pushes(Sounds.silence(1_000)).pushes(Sounds.speech(200));
    assertThat(
            studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).path("audio_start_ms").asInt())
        .isEqualTo(1_000);
  }

  /** events.yaml session.turn_detection: the silence that ends speech is the client's choice. */
  @Test
  void the_silence_that_ends_speech_can_be_set() {
    Studio studio = Studio.instant(Profile.LIVE);
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\",\"silence_duration_ms\":900}");
    studio.pushes(Sounds.utterance(0, 500));
    assertThat(studio.asked()).isEmpty();

    studio.pushes(Sounds.silence(400));
    assertThat(studio.asked()).hasSize(1);
  }
}
