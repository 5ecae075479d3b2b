package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Decibels below full scale, as AES17 and every audio editor but for its 3 dB offset count them.
 */
class LevelsTest {
  @Test
  void a_tone_has_its_level_and_a_peak_3_dB_above() {
    Levels levels = Levels.of(Sounds.tone(440, -20, Duration.ofSeconds(1), 24_000));
    assertThat(levels.rms()).isCloseTo(-20, within(0.01));
    assertThat(levels.peak()).isCloseTo(-16.99, within(0.01));
  }

  @Test
  void the_largest_negative_sample_is_full_scale() {
    assertThat(Levels.of(new Pcm(new short[] {Short.MIN_VALUE}, 8_000)))
        .isEqualTo(new Levels(0, 0));
  }

  @Test
  void silence_and_no_sound_at_all_have_the_lowest_level() {
    Levels nothing = new Levels(Levels.NOTHING, Levels.NOTHING);
    assertThat(Levels.of(Pcm.silence(Duration.ofSeconds(1), 8_000))).isEqualTo(nothing);
    assertThat(Levels.of(new Pcm(new short[0], 8_000))).isEqualTo(nothing);
  }
}
