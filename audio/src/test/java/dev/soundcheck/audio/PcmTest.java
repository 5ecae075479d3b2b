package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Sound is counted in samples and told in time. */
class PcmTest {
  /**
   * A million hours at 48 kHz are more samples than a count of nanoseconds in between has room for.
   */
  @Test
  void samples_of_any_number_have_their_time() {
    assertThat(Pcm.lasting(1_000_000L * 3600 * 48_000, 48_000))
        .isEqualTo(Duration.ofHours(1_000_000));
    assertThat(Pcm.lasting(1, 3)).isEqualTo(Duration.ofNanos(333_333_333));
    assertThat(Pcm.lasting(24_001, 24_000)).isEqualTo(Duration.ofNanos(1_000_041_666));
  }

  @Test
  void time_has_its_samples() {
    assertThat(Pcm.samplesIn(Duration.ofHours(12), 48_000)).isEqualTo(2_073_600_000);
    assertThat(Pcm.samplesIn(Duration.ofMillis(20), 22_050)).isEqualTo(441);
    assertThat(Pcm.samplesIn(Duration.ofNanos(999_999_999), 8_000)).isEqualTo(7_999);
  }
}
