package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 5, "Bad input": base64 with white space or the URL alphabet. */
class SoundTextTest {
  @Test
  void base64_is_read_with_its_padding_and_without() {
    Random random = new Random(1);
    for (int length = 0; length < 20; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String text = Base64.getEncoder().encodeToString(bytes);
      assertThat(SoundText.bytes(text)).isEqualTo(bytes);
      assertThat(SoundText.padded(text)).isTrue();
      String bare = Base64.getEncoder().withoutPadding().encodeToString(bytes);
      assertThat(SoundText.bytes(bare)).isEqualTo(bytes);
      assertThat(SoundText.padded(bare)).isEqualTo(length % 3 == 0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          AAA-AAAA|'-' at character 4, which is of the URL alphabet; encode with the usual one
          AAAAAA_A|'_' at character 7, which is of the URL alphabet; encode with the usual one
          AAAA AAAA|white space at character 5; encode without line breaks
           AAAA|white space at character 1; encode without line breaks
          AAA=AAAA|padding at character 4 of 8; encode the bytes together, not in pieces that are joined
          AA==AAA=|padding at character 3 of 8; encode the bytes together, not in pieces that are joined
          AAAAA|5 characters, which are no whole bytes; something is missing at their end
          AAA!|'!' at character 4; encode the bytes of the sound
          AAAä|U+00E4 at character 4; encode the bytes of the sound
          AAAAA=|6 characters, which are no whole bytes; something is missing at their end
          """)
  void what_is_no_base64_is_told_with_its_place_and_the_remedy(String text, String found) {
    assertThatThrownBy(() -> SoundText.bytes(text))
        .isInstanceOf(AudioException.class)
        .hasMessage(
            "expected base64 of A-Z, a-z, 0-9, + and / in one line (RFC 4648 section 4), found %s",
            found);
  }

  @Test
  void a_line_break_is_white_space() {
    assertThatThrownBy(() -> SoundText.bytes("AAAA\r\nAAAA"))
        .hasMessageEndingWith("white space at character 5; encode without line breaks");
  }
}
