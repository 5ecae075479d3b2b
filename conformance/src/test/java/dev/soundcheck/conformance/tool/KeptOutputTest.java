package dev.soundcheck.conformance.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a program's output is kept, and how that reads. */
final class KeptOutputTest {
  private static final int PART = KeptOutput.PART;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PART - 1, PART, PART + 1, 2 * PART - 1, 2 * PART})
  void all_is_kept_of_what_is_not_too_much(int length) {
    String all = letters(length);

    assertThat(kept(all)).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(ints = {2 * PART + 1, 3 * PART, 5 * PART + 77})
  void the_first_part_and_the_last_are_kept_of_what_is(int length) {
    String all = letters(length);

    assertThat(kept(all))
        .isEqualTo(
            "%s\n… %,d bytes are left out here …\n%s",
            all.substring(0, PART), length - 2 * PART, all.substring(length - PART));
  }

  /** Three bytes each, and a part is no multiple of three. */
  @Test
  void no_character_is_cut_through() {
    String kept = kept("€".repeat(PART));

    assertThat(kept).doesNotContain("\uFFFD");
    assertThat(kept.replace("€", ""))
        .isEqualTo("\n… %,d bytes are left out here …\n", 3 * PART - 2 * (PART - PART % 3));
  }

  @Test
  void a_character_may_come_in_two_pieces() {
    KeptOutput output = new KeptOutput();
    byte[] euro = "€".getBytes(UTF_8);
    output.add(euro, 2);
    output.add(new byte[] {euro[2]}, 1);

    assertThat(output.text()).isEqualTo("€");
  }

  private static String kept(String all) {
    KeptOutput output = new KeptOutput();
    byte[] bytes = all.getBytes(UTF_8);
    for (int from = 0; from < bytes.length; from += 60_000) {
      byte[] gulp = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 60_000));
      output.add(gulp, gulp.length);
    }
    return output.text();
  }

  private static String letters(int length) {
    StringBuilder letters = new StringBuilder(length);
    IntStream.range(0, length).forEach(i -> letters.append((char) ('a' + i % 25 + i / 25 % 2)));
    return letters.toString();
  }
}
