package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 5, point 6: "pace live, real-time, fast, instant, or explicit". */
class PacingTest {
  @ParameterizedTest
  @ValueSource(strings = {"live", "real-time", "fast", "instant", "20ms/20ms", "100ms/1s", "1s/0s"})
  void what_is_read_is_written_the_same(String written) {
    assertThat(Pacing.parse(written)).map(Pacing::toString).contains(written);
  }

  @Test
  void pieces_have_their_length_and_their_distance() {
    Pacing pacing = Pacing.parse("20ms/0.5s").orElseThrow();
    assertThat(pacing).isEqualTo(Pacing.of(Duration.ofMillis(20), Duration.ofMillis(500)));
    assertThat(pacing.kind()).isEqualTo(Pacing.Kind.EXPLICIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "slow", "20ms", "20/20", "0ms/20ms", "20ms/-1ms", "61s/1s", "1s/2min"})
  void what_is_no_pace_is_none(String written) {
    assertThat(Pacing.parse(written)).isEmpty();
  }

  @Test
  void pieces_out_of_range_are_refused_with_the_range() {
    assertThatThrownBy(() -> Pacing.of(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("expected pieces of 1 ms to 1 min");
  }

  @Test
  void a_scenario_says_its_pace() {
    assertThat(program("the pace \"20ms/40ms\"").pacing())
        .contains(Pacing.of(Duration.ofMillis(20), Duration.ofMillis(40)));
    assertThat(program("a session with server VAD").pacing()).isEmpty();
  }

  @Test
  void a_pace_that_is_none_is_a_mistake_of_the_feature() {
    assertThatThrownBy(() -> program("the pace \"slow\""))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("3:")
        .hasMessageContaining("expected live, real-time, fast, instant, or")
        .hasMessageContaining("got 'slow'");
  }

  private static Program program(String given) {
    return Programs.of(
            """
            Feature: Paces
              Scenario: One
                Given %s
                When the user says anything
                Then the assistant says "Hello."
            """
                .formatted(given))
        .orElseThrow();
  }
}
