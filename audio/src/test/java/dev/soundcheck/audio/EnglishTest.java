package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 5, point 2: "speech for any English text". */
class EnglishTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | zero",
        "13 | thirteen",
        "21 | twenty one",
        "100 | one hundred",
        "1,234,567 | one million two hundred thirty four thousand five hundred sixty seven",
        "10000000000 | ten billion",
        "1234567890123456 | one two three four five six seven eight nine zero one two three four five six",
        "007 | zero zero seven",
        "3.14 | three point one four",
        ".5 | zero point five",
        "-5 | minus five",
        "1st 2nd 3rd 12th 20th 21st | first second third twelfth twentieth twenty first",
        "10-12 people | ten to twelve people",
        "a 2 1/2 inch gap | a two and a half inch gap",
        "1/2, 3/4, 50/50 | one half, three quarters, fifty fifty",
        "24/7 at 16:9 | twenty four seven at sixteen to nine",
        "5x faster | five times faster",
        "1.5M users, 10k a day | one point five million users, ten thousand a day"
      })
  void numbers_are_read_in_words(String written, String said) {
    assertThat(read(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$4.50 | four dollars and fifty cents",
        "$1 | one dollar",
        "$0.99 | ninety nine cents",
        "$0.01 | one cent",
        "$5 million | five million dollars",
        "\u20ac1.2bn | one point two billion euros",
        "10 EUR and 5 USD | ten euros and five dollars",
        "$1,299.99, 20% less | one thousand two hundred ninety nine dollars and ninety nine cents, twenty percent less",
        "5 kg, 1 kg, 50km/h | five kilograms, one kilogram, fifty kilometers per hour",
        "10 ms at 100 Mbps | ten milliseconds at one hundred megabits per second",
        "21\u00b0C, -3\u00b0 | twenty one degrees Celsius, minus three degrees"
      })
  void money_and_measures_are_read_with_their_units(String written, String said) {
    assertThat(read(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20 | November twentieth, twenty twenty six",
        "11/20/2026 | November twentieth, twenty twenty six",
        "20.11.2026 | November twentieth, twenty twenty six",
        "Nov 3 | November third",
        "Nov. 3, 1999 | November third, nineteen ninety nine",
        "20 November 2005 | November twentieth, two thousand five",
        "in 1905 | in nineteen oh five",
        "since 1800 | since eighteen hundred",
        "the 1990s, the '80s | the nineteen nineties, the eighties",
        "May 2026 | May twenty twenty six",
        "12:30 | twelve thirty",
        "3:05 pm | three oh five P M",
        "7:00 | seven o'clock",
        "7:00 a.m. | seven ay M",
        "17:00 | seventeen hundred",
        "Open 9am. | Open nine ay M."
      })
  void dates_and_times_are_read_as_people_say_them(String written, String said) {
    assertThat(read(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://www.example.com/docs?x=1 | W W W dot example dot com slash docs question mark x equals one",
        "see example.org. | see example dot org.",
        "bob.smith@example.co.uk | bob dot smith at example dot co dot uk",
        "[the page](https://example.com/a) | the page",
        "192.168.0.1 | one nine two dot one six eight dot zero dot one",
        "v2.0.1 | two point zero point one",
        "555-1234 | five five five, one two three four",
        "+1 (415) 555-2671 | plus one, four one five, five five five, two six seven one",
        "flight BA2490 | flight B ay two four nine zero"
      })
  void addresses_are_spelled_out(String written, String said) {
    assertThat(read(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dr. Smith, e.g. on 5th St. | Doctor Smith, for example, on fifth Street",
        "Mr. and Mrs. Jones | Mister and Missus Jones",
        "no. 5, #6 | number five, number six",
        "An API, the FBI, U.S.A. | An ay P I, the F B I, U S ay",
        "IDs and CPUs | I D's and C P U's",
        "NASA uses JSON | NASA uses JSON",
        "I think it IS in the INBOX. | I think it IS in the INBOX.",
        "WHY ARE YOU SHOUTING? | WHY ARE YOU SHOUTING?",
        "R&D in C++ and C# | R and D in C plus plus and C sharp",
        "a < b >= c | a less than b at least c",
        "snake_case *bold* `code` | snake case bold code",
        "Chapter IV | Chapter IV",
        "That is all. 2 left. | That is all. Two left."
      })
  void abbreviations_capitals_and_signs_are_read(String written, String said) {
    assertThat(read(written)).isEqualTo(said);
  }

  /** No text takes long, or keeps a digit. */
  @Test
  void any_text_becomes_words() {
    Random random = new Random(5);
    String signs = "0123456789.,:/-+$%#@ ()'AaBbMmkK\u20ac\u00b0";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(1 + random.nextInt(40), 0, signs.length())
          .forEach(at -> text.append(signs.charAt(at)));
      assertThat(English.read(text.toString())).as(text.toString()).doesNotContainPattern("\\d");
    }
  }

  private static String read(String written) {
    return English.read(written).replaceAll("\\s+", " ").replaceAll(" (?=[.,])", "").strip();
  }
}
