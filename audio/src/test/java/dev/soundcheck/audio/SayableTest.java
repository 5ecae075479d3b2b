package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Plain text, 12:30. | Plain text, 12:30.",
        "caf\u00e9 na\u00efve \u00c5ngstr\u00f6m | cafe naive Angstrom",
        "don\u2019t \u201cquote\u201d | don't \"quote\"",
        "12\u00a0\u00b0C | 12 degrees C",
        "\u20ac5 and \u00a32.50, \u00a5 1,000. | 5 euros and 2.50 pounds , 1,000 yen .",
        "Stra\u00dfe \u0141\u00f3d\u017a | Strasse Lodz",
        "fine \u2026 | fine ...",
        "Hello \u4e16\u754c again | Hello again"
      })
  void text_becomes_ascii(String written, String said) {
    assertThat(Sayable.of(written)).isEqualTo(said);
  }
}
