package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * live-behaviour.md 2.13: {@code idle_timeout_ms} makes the server send {@code timeout_triggered}
 * and then speak a check-in; it re-arms after each response.
 */
final class SilenceTest {
  private static final String TIMEOUT = "input_audio_buffer.timeout_triggered";
  private static final String AFTER_3_S =
      "\"turn_detection\":{\"type\":\"server_vad\",\"idle_timeout_ms\":3000}";

  private final Studio studio = Studio.instant(Profile.LIVE);

  private long timeouts() {
    return studio.types().stream().filter(TIMEOUT::equals).count();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void the_assistant_speaks_up(Profile profile) {
    Studio quiet = Studio.instant(profile).configures(AFTER_3_S).fromHere();
    quiet.passes(2_999);
    assertThat(quiet.types()).isEmpty();

    quiet.willSay("Still there?").passes(1);
    assertThat(quiet.types()).startsWith(TIMEOUT, "response.created").endsWith("response.done");
    assertThat(quiet.asked()).extracting(Cue.Asked::kind).containsExactly(Cue.Kind.SILENCE);
  }

  /** Ours: playback counts as speech, because a client still hears it. */
  @Test
  void silence_begins_when_the_answer_has_been_played() {
    studio.configures(AFTER_3_S).willSay("Ten letter").types("Hi.").asksForResponse();
    studio.passes(3_600);
    assertThat(timeouts()).isZero();
    studio.passes(100);
    assertThat(timeouts()).as("0.6 s of words, 0.083 s of tail, 3 s").isOne();
  }

  @Test
  void it_comes_again_after_each_response() {
    studio.configures(AFTER_3_S).willSay("One.", "Two.").willSay("Three.").willSay("Four.");
    studio.passes(Duration.ofSeconds(11));

    assertThat(timeouts()).isEqualTo(3);
    assertThat(studio.types()).containsSubsequence(TIMEOUT, "response.done", TIMEOUT);
  }

  /** Ours: where in the sound that was sent, as with speech. */
  @Test
  void it_says_which_stretch_of_sound_was_silent() {
    studio.configures(AFTER_3_S).pushes(Sounds.silence(500)).pushes(Sounds.utterance(0, 300));
    String user = studio.the(EventType.INPUT_AUDIO_BUFFER_COMMITTED).path("item_id").asString();
    studio.fromHere().passes(1_000).pushes(Sounds.silence(2_000)).passes(2_000);

    JsonNode timeout = studio.the(EventType.INPUT_AUDIO_BUFFER_TIMEOUT_TRIGGERED);
    assertThat(timeout.path("audio_start_ms").asInt()).isEqualTo(1_400);
    assertThat(timeout.path("audio_end_ms").asInt()).isEqualTo(3_400);
    assertThat(timeout.path("previous_item_id").asString()).isEqualTo(user);
    assertThat(timeout.path("item_id").asString()).isNotEmpty().isNotEqualTo(user);
  }

  @Test
  void who_speaks_or_types_is_not_silent() {
    studio.configures(AFTER_3_S).passes(2_000).pushes(Sounds.speech(300)).passes(9_000);
    assertThat(timeouts()).as("speech goes on").isZero();

    studio.pushes(Sounds.silence(600)).passes(2_000).types("Wait.").passes(2_999);
    assertThat(timeouts()).as("2 s after the speech, 3 s after the item").isZero();
    studio.passes(1);
    assertThat(timeouts()).isOne();
  }

  @Test
  void speech_that_was_taken_back_was_silence() {
    studio.configures(AFTER_3_S).pushes(Sounds.speech(300)).passes(5_000);
    studio.sends("{\"type\":\"input_audio_buffer.clear\"}").passes(3_000);

    assertThat(timeouts()).isOne();
  }

  @Test
  void nobody_waits_without_a_limit_or_without_detection() {
    for (String members :
        List.of(
            "\"turn_detection\":{\"type\":\"server_vad\"}",
            "\"turn_detection\":{\"type\":\"server_vad\",\"idle_timeout_ms\":null}",
            "\"turn_detection\":{\"type\":null,\"idle_timeout_ms\":3000}",
            "\"turn_detection\":null")) {
      studio.configures(AFTER_3_S).configures(members).passes(60_000);
      assertThat(timeouts()).as(members).isZero();
    }
  }

  /** The mind may have nothing to say; then the silence goes on. */
  @Test
  void who_has_nothing_to_say_is_asked_again() {
    studio.configures(AFTER_3_S).fromHere().passes(6_000);
    assertThat(studio.types()).containsExactly(TIMEOUT, TIMEOUT);
  }
}
