package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client is told that sent no JSON (decisions.md "Errors"). */
class ReadingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{'type':'pong'}",
        "{\"type\":\"pong\"}{\"type\":\"pong\"}",
        "{\"type\":\"pong\"} x",
        "{\"type\":NaN}",
        "{\"type\":+1}",
        "{\"type\":01}",
        "{\"type\":\"\\x\"}",
        "{\"type\":\"a\nb\"}",
        "{\"type\"/*x*/:1}",
        "{\"type\":1,}",
        "\uFEFF{}",
        "{\"a\":tru}"
      })
  void speaks_of_the_message_and_not_of_the_parser(String text) {
    assertThat(message(text))
        .doesNotContainPattern("[A-Z][a-z]+[A-Z][a-z]+|[A-Z]+_[A-Z]+|`|jackson|\\.\\.$")
        .endsWith(".");
  }

  @Test
  void names_the_limit_of_nesting() {
    String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

    assertThat(message(deep)).contains("nesting", "maximum", "(500)").doesNotContain("`", "from");
  }

  @Test
  void names_the_limit_of_numbers() {
    assertThat(message("{\"a\":" + "9".repeat(5_000) + "}"))
        .contains("Number", "maximum", "(1000)")
        .doesNotContain("`", "from");
  }

  @Test
  void says_what_follows_the_event() {
    assertThat(message("{} {}"))
        .isEqualTo(
            "The message is not JSON at line 1, column 4: Trailing token found after value.");
  }

  private static String message(String text) {
    return Reading.of(text).refusal().orElseThrow().message();
  }
}
