package dev.soundcheck.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 5: a grammar compiled from a scenario's phrases; docs/decisions/listener.md. */
final class WordingTest {
  private static List<String> ways(String phrase) {
    return Wording.of(phrase).stream().map(words -> String.join(" ", words)).toList();
  }

  @Test
  void a_phrase_is_its_words() {
    assertThat(ways("  No, thank you!  ")).containsExactly("no thank you");
    assertThat(ways("I don\u2019t know.")).containsExactly("i don't know");
    assertThat(ways("Caf\u00e9 & cr\u00eape")).containsExactly("cafe and crepe");
    assertThat(ways("Call the FBI at 5 p.m.")).containsExactly("call the f b i at five p m");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | seven",
        "0 | zero",
        "20 | twenty, two zero, two oh",
        "42 | forty two, four two",
        "07 | zero seven, oh seven",
        "427 | four hundred twenty seven, four hundred and twenty seven, four twenty seven, four two seven",
        "1905 | one thousand nine hundred five, one thousand nine hundred and five, nineteen oh five,"
            + " one nine zero five, one nine oh five",
        "1,000,001 | one million one, one zero zero zero zero zero one, one oh oh oh oh oh one",
        "3.5 | three point five",
        "50% | fifty percent, five zero percent, five oh percent"
      })
  void a_number_is_said_in_several_ways(String written, String said) {
    assertThat(ways(written)).containsExactlyInAnyOrder(said.split(",\\s*"));
  }

  @Test
  void ways_do_not_multiply_without_end() {
    assertThat(Wording.of("427 427 427 427 427 427")).hasSizeBetween(1, 64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\u597d\u7684 | the listener knows English only, and '\u597d' is no English letter: use another choice",
        "gate #4 | write '#' as it is said, in words",
        "\u20ac5 | write '\u20ac' as it is said, in words",
        "... | there is no word in it to listen for",
        "1234567890123456 | write 1234567890123456 in groups, as it is said"
      })
  void what_cannot_be_said_is_objected_to_with_the_remedy(String phrase, String objection) {
    assertThat(Wording.objection(phrase)).contains(objection);
  }

  @Test
  void what_nobody_says_at_once_is_objected_to() {
    assertThat(Wording.objection("word ".repeat(61)))
        .contains("nobody says more than 60 words at once");
    assertThat(Wording.objection("word ".repeat(60))).isEmpty();
  }
}
