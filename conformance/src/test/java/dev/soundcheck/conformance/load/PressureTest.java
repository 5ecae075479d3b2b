package dev.soundcheck.conformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When sessions are opened (issue 8, point 1: {@code --sessions}, {@code --ramp}). */
final class PressureTest {
  @Test
  void a_constant_number_is_opened_evenly_within_the_first_second() {
    Pressure pressure = Pressure.constant(4);

    assertThat(pressure.due(0)).isEqualTo(Duration.ZERO);
    assertThat(pressure.due(1)).isEqualTo(Duration.ofMillis(250));
    assertThat(pressure.due(3)).isEqualTo(Duration.ofMillis(750));
  }

  @Test
  void a_ramp_begins_with_its_first_and_reaches_its_last_at_its_end() {
    Pressure pressure = Pressure.ramp(10, 1000, Duration.ofSeconds(60));

    assertThat(pressure.due(9)).isEqualTo(Duration.ofMillis(900));
    assertThat(pressure.due(10)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(pressure.due(504)).isEqualTo(Duration.ofSeconds(31));
    assertThat(pressure.due(999)).isEqualTo(Duration.ofSeconds(61));
  }
}
