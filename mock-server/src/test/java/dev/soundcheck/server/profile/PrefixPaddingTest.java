package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Dialect.AudioTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code prefix_padding_ms}: 0 to 10000, default 333 (events.yaml); told only where that is chosen
 * (decisions.md "Numbers": without padding).
 */
class PrefixPaddingTest {
  private final Studio studio =
      Studio.choosing(Profile.LIVE, dialect -> dialect.with(AudioTimes.PADDED));

  private Studio padded(String detection) {
    return studio
        .configures("\"turn_detection\":{\"type\":\"server_vad\"%s}".formatted(detection))
        .fromHere();
  }

  private long started() {
    return studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).path("audio_start_ms").asLong();
  }

  private long stopped() {
    return studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED).path("audio_end_ms").asLong();
  }

  @ParameterizedTest
  @CsvSource({"0, 2000", "1, 1999", "333, 1667", "1999, 1", "2000, 0", "10000, 0"})
  void is_taken_off_where_speech_begins_but_not_from_before_the_sound(long padding, long start) {
    padded(",\"prefix_padding_ms\":" + padding).pushes(Sounds.utterance(2_000, 500));

    assertThat(started()).isEqualTo(start);
    assertThat(stopped()).isEqualTo(2_500);
  }

  @Test
  void is_333_ms_unless_it_is_set() {
    padded("").pushes(Sounds.utterance(2_000, 500));

    assertThat(started()).isEqualTo(1_667);
  }

  @ParameterizedTest
  @CsvSource({"0, 5600", "500, 5100", "2499, 3101", "10000, 3100"})
  void does_not_reach_into_the_turn_before(long padding, long start) {
    padded(",\"prefix_padding_ms\":" + padding).willSay("Yes.");
    studio.pushes(Sounds.utterance(2_000, 500));
    studio.passes(20_000).fromHere().pushes(Sounds.utterance(2_500, 500));

    assertThat(started()).isBetween(start - 1, start + 1);
  }

  @Test
  void does_not_reach_into_sound_that_was_cleared() {
    padded(",\"prefix_padding_ms\":10000").pushes(Sounds.silence(1_000));
    studio.sends("{\"type\":\"input_audio_buffer.clear\"}");
    studio.pushes(Sounds.utterance(2_000, 500));

    assertThat(started()).isEqualTo(1_000);
  }

  @Test
  void is_a_matter_of_the_detector_alone() {
    studio.configures("\"turn_detection\":null").fromHere().pushes(Sounds.utterance(2_000, 500));

    assertThat(started()).isEqualTo(2_000);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void changes_no_position_in_any_profile(Profile profile) {
    Studio usual = Studio.instant(profile);
    usual.configures("\"turn_detection\":{\"type\":\"server_vad\",\"prefix_padding_ms\":1000}");
    usual.fromHere().pushes(Sounds.utterance(2_000, 500));

    assertThat(
            usual.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).path("audio_start_ms").asInt())
        .isEqualTo(2_000);
  }
}
