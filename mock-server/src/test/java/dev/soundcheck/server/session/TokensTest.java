package dev.soundcheck.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What counts as a token: live-behaviour.md 1.7. */
final class TokensTest {
  @Test
  void words_digits_and_signs_are_tokens() {
    assertThat(Tokens.of("It's 42, isn't it?")).isEqualTo(7);
  }

  /** Anybody can type this; counting it must not take a stack as deep as it is long. */
  @Test
  void a_word_of_any_length_is_counted() {
    assertThat(Tokens.of("a" + "'a".repeat(100_000))).isEqualTo(1);
  }
}
