package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Plain text, with a comma. | Plain text, with a comma.",
        "caf\u00e9 na\u00efve \u00c5ngstr\u00f6m | cafe naive Angstrom",
        "don\u2019t \u201cquote\u201d | don't \"quote\"",
        "12\u00a0\u00b0C | twelve degrees Celsius",
        "\u20ac5 and \u00a32.50, \u00a5 1,000. | five euros and two pounds and fifty pence, one thousand yen.",
        "Stra\u00dfe \u0141\u00f3d\u017a | Strasse Lodz",
        "fine \u2026 | fine...",
        "\u00bd a cup, 5 m\u00b2, \u22653 | one half a cup, five meters squared, at least three"
      })
  void text_becomes_ascii(String written, String said) {
    assertThat(Sayable.of(written)).isEqualTo(said);
  }

  /** docs/decisions/audio-voice.md: words that cannot be read are heard of all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello \u4e16\u754c again | Hello Chinese text again",
        "Say \u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440 now | Say Cyrillic text now",
        "A \u03b1\u03b2 and \uc548\ub155. | A Greek text and Korean text.",
        "Great \ud83d\ude00 job | Great job"
      })
  void words_in_another_script_are_replaced_by_its_name(String written, String said) {
    assertThat(Sayable.of(written)).isEqualTo(said);
  }

  /** Reading takes as long as the square of a text is long, so what is long is read in pieces. */
  @Test
  void a_text_longer_than_any_sentence_is_read_whole() {
    assertThat(Sayable.of("It is 5 kg. ".repeat(100)).strip())
        .isEqualTo("It is five kilograms. ".repeat(100).strip());
    assertThat(Sayable.of("a".repeat(1_200)))
        .isEqualTo("a".repeat(500) + " " + "a".repeat(500) + " " + "a".repeat(200));
  }
}
