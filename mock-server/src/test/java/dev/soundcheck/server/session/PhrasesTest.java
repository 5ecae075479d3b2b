package dev.soundcheck.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** live-behaviour.md 6: phrases or sentences, leading space included. */
class PhrasesTest {
  @Test
  void words_are_cut_into_sentences() {
    assertThat(Phrases.sentences(" Hello there! It's 3.5 degrees. Bye "))
        .containsExactly("Hello there!", " It's 3.5 degrees.", " Bye");
  }

  @Test
  void no_words_are_no_sentences() {
    assertThat(Phrases.sentences("  ")).isEmpty();
    assertThat(Phrases.countWords("  ")).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.4, 0.61, 0.99})
  void a_cut_sentence_is_still_the_sentence(double share) {
    String sentence = " I'll check the weather for London right away.";

    assertThat(String.join("", Phrases.cut(sentence, share))).isEqualTo(sentence);
  }

  @Test
  void a_long_sentence_may_lose_its_last_words() {
    assertThat(Phrases.cut("I'll check the weather right away.", 0.41))
        .containsExactly("I'll check the weather right", " away.");
    assertThat(Phrases.cut("I'll check the weather right away.", 0.39)).hasSize(1);
    assertThat(Phrases.cut("I'll check the weather.", 0.99)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0,''", "1,Hello", "2,Hello there", "9,Hello there world"})
  void first_words(int count, String words) {
    assertThat(Phrases.firstWords(" Hello there world ", count)).isEqualTo(words);
  }

  /** live-behaviour.md 1.7: each sign and digit counts, an apostrophe does not. */
  @ParameterizedTest
  @CsvSource({"'',0", "It's 12 degrees.,5", "Got it—now,4", "¿Qué?,3", "don’t,1"})
  void tokens(String text, int count) {
    assertThat(Tokens.of(text)).isEqualTo(count);
  }

  /** The definitions in one line each; they are too slow to be used for every answer. */
  @Test
  void sentences_and_words_begin_where_these_patterns_find_them() {
    Pattern sentence = Pattern.compile("(?<=[.!?…])(?=\\s)");
    Pattern word = Pattern.compile("(?=\\s+\\S)(?<=\\S)");
    Random random = new Random(20261201);
    for (int round = 0; round < 20_000; round++) {
      String text = TokensTest.someText(random);
      String said = text.strip();
      assertThat(Phrases.sentences(text))
          .isEqualTo(said.isEmpty() ? List.of() : List.of(sentence.split(said)));
      if (!said.isEmpty()) {
        assertThat(Phrases.countWords(text)).isEqualTo(word.split(said).length);
        assertThat(Phrases.firstWords(text, 1)).isEqualTo(word.split(said)[0]);
      }
    }
  }
}
