package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Bytes and text say the same. */
final class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "ü € 😀",
        "\" \\ \u0000 \u2028",
      })
  void bytes_are_those_of_the_text(String words) {
    JsonNode value = StringNode.valueOf(words);
    assertThat(Json.utf8(value)).isEqualTo(Json.text(value).getBytes(StandardCharsets.UTF_8));
  }

  /** A client may say this in an escape, and hears it back. */
  @ParameterizedTest
  @ValueSource(strings = {"half of two: \ud83d", "the other half: \ude00 and more"})
  void half_a_character_is_not_lost(String words) {
    assertThat(Json.mapper().readTree(Json.utf8(StringNode.valueOf(words))).stringValue())
        .isEqualTo(words);
  }
}
