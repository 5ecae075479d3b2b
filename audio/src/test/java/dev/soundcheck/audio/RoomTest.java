package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/decisions/audio-detector.md; levels in dBFS, a hundred frames a second. */
class RoomTest {
  private final Room room = new Room();

  private void hears(int frames, LongToDoubleFunction level) {
    for (int frame = 0; frame < frames; frame++) {
      room.hear(level.applyAsDouble(frame));
    }
  }

  /** Half a second of a word, a fifth of a second between words. */
  private static double speech(long frame) {
    return frame % 70 < 50 ? -20 : -75;
  }

  @Test
  void is_unknown_before_three_seconds_of_it_were_heard() {
    hears(299, frame -> -40);
    assertThat(room.ceiling()).isEqualTo(Levels.NOTHING);
    hears(1, frame -> -40);
    assertThat(room.ceiling()).isEqualTo(-40);
  }

  @Test
  void is_hardly_ever_louder_than_its_ceiling() {
    Random random = new Random(1);
    hears(1_000, frame -> -45 + 10 * random.nextDouble());
    assertThat(room.ceiling()).isCloseTo(-35.2, within(0.5));
    assertThat(room.floor()).isBetween(-45.0, -40.0);
  }

  @Test
  void is_not_the_voice_in_it() {
    hears(3_000, RoomTest::speech);
    assertThat(room.ceiling()).isLessThan(-70);
  }

  @Test
  void is_learned_between_two_words_when_they_are_far_enough_apart() {
    hears(50, frame -> -20);
    hears(60, frame -> -62);
    assertThat(room.ceiling()).isEqualTo(-62);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-50, -35, -20})
  void is_whatever_varies_little_for_three_seconds(double level) {
    hears(200, frame -> Levels.NOTHING);
    hears(350, frame -> level + (frame % 2 == 0 ? 4 : -4));
    assertThat(room.ceiling()).isCloseTo(level + 4, within(0.3));
  }

  @Test
  void that_falls_silent_is_known_to_be_silent_soon() {
    hears(400, frame -> -25);
    hears(100, frame -> -70);
    assertThat(room.ceiling()).isEqualTo(-70);
  }

  @Test
  void may_rise_a_little_without_being_taken_for_a_voice() {
    hears(400, frame -> -50);
    hears(900, frame -> -43);
    assertThat(room.ceiling()).isEqualTo(-43);
  }
}
