package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words as the CMU dictionary would have them. */
final class PronunciationTest {
  @Test
  void a_word_sounds_as_its_letters_say() {
    assertThat(Pronunciation.guess("sound")).containsExactly("S", "AW", "N", "D");
    assertThat(Pronunciation.guess("grok")).containsExactly("G", "R", "AA", "K");
    assertThat(Pronunciation.guess("about")).first().isEqualTo("AH");
  }

  @Test
  void many_can_ask_at_once() {
    Set<List<String>> heard = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 400).parallel().forEach(i -> heard.add(Pronunciation.guess("soundcheck")));
    assertThat(heard).hasSize(1);
  }
}
