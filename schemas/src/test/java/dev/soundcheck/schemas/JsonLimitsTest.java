package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is meant to do harm is no JSON (SECURITY.md). */
@Timeout(20)
final class JsonLimitsTest {
  /** Each level would be a call on the stack of whoever walks through it. */
  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void what_is_too_deep(String opening) {
    String closing = opening.equals("[") ? "]" : "}";

    assertThat(Json.parse(opening.repeat(400) + "1" + closing.repeat(400))).isPresent();
    assertThat(Json.parse(opening.repeat(1_000) + "1" + closing.repeat(1_000))).isEmpty();
    assertThat(Json.parse(opening.repeat(5_000_000))).isEmpty();
  }

  /** Reading the digits of a number takes the square of their count. */
  @Test
  void what_has_numbers_without_end() {
    assertThat(Json.parse("[" + "9".repeat(900) + "]")).isPresent();
    assertThat(Json.parse("[" + "9".repeat(1_000_000) + "]")).isEmpty();
    assertThat(Json.parse("[1e" + "9".repeat(1_000_000) + "]")).isEmpty();
  }

  @Test
  void a_member_given_twice_counts_once() {
    assertThat(Json.parse("{\"a\":1,\"a\":2}").orElseThrow().toString()).isEqualTo("{\"a\":2}");
  }
}
