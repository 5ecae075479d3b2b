package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A message may hold any number; none of them may be the end of whoever reads it. */
class NumbersTest {
  private static final String HUGE = "9".repeat(400);

  @ParameterizedTest
  @CsvSource({"1, 1.0, true", "1e2, 100, true", "1, 2, false", "0.1, 0.10, true", "-0.0, 0, true"})
  void numbers_are_the_same_however_they_are_written(String one, String other, boolean same) {
    assertThat(Numbers.same(json(one), json(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400"})
  void a_number_beyond_all_doubles_is_no_other(String infinite) {
    assertThat(Numbers.same(json(infinite), json("1"))).isFalse();
    assertThat(Numbers.same(json("1"), json(infinite))).isFalse();
    assertThat(Numbers.of(json(infinite))).isNaN();
    assertThat(Numbers.millis(json(infinite))).isEmpty();
  }

  @Test
  void a_number_of_hundreds_of_digits_is_compared_and_is_no_length() {
    assertThat(Numbers.same(json(HUGE), json(HUGE))).isTrue();
    assertThat(Numbers.same(json(HUGE), json("1"))).isFalse();
    assertThat(Numbers.of(json(HUGE))).isNaN();
    assertThat(Numbers.millis(json(HUGE))).isEmpty();
  }

  @Test
  void lengths_are_whole_milliseconds() {
    assertThat(Numbers.millis(json("1500"))).contains(Duration.ofMillis(1_500));
    assertThat(Numbers.millis(json("1.9"))).contains(Duration.ofMillis(1));
    assertThat(Numbers.millis(json("\"1\""))).isEmpty();
  }

  private static JsonNode json(String text) {
    return Json.mapper().readTree(text);
  }
}
