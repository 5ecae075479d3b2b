package dev.soundcheck.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
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

  /** The definition in one line; it is too slow to be used for every answer. */
  @Test
  void tokens_are_what_this_pattern_finds() {
    Pattern token =
        Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+(?:['’]\\p{L}++)*+|\\p{N}|[^\\s\\p{L}\\p{N}]");
    Random random = new Random(20261201);
    for (int round = 0; round < 20_000; round++) {
      String text = someText(random);
      assertThat(Tokens.of(text)).isEqualTo((int) token.matcher(text).results().count());
    }
  }

  /** Letters, marks, digits, apostrophes, spaces of all kinds, half and whole characters of two. */
  static String someText(Random random) {
    String kinds = "abÄé\u0301\u0948日١7½'’.!?…- \t\n\u00a0\u2028—_\ud83d\ude00\ud835\udc00";
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(16); length > 0; length--) {
      text.append(kinds.charAt(random.nextInt(kinds.length())));
    }
    return text.toString();
  }
}
