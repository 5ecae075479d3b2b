package dev.soundcheck.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.soundcheck.audio.HumanPrompts;
import dev.soundcheck.listener.Trial.Score;
import dev.soundcheck.listener.Trial.Way;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Issue 5, point 1: measured on human prompts; docs/listening.md has the whole table. */
@Tag("human-speech")
class HumanWordsTest {
  @BeforeAll
  static void prompts_are_installed() {
    HumanPrompts.require();
    if (!Words.installed()) {
      String missing = "no words of the recordings: apt-get install " + Words.PACKAGE;
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new IllegalStateException(missing);
      }
      System.err.println("SKIPPED: " + missing);
      abort(missing);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void what_people_say_is_told_apart_and_what_is_none_of_it_is_refused(Way way) {
    boolean telephone = way == Way.TELEPHONE || way == Way.MU_LAW;
    Score score = new Trial(way).score(10, 10, List.of(1, 2));
    assertThat(score.rejects() + score.confusions())
        .as("refused or confused")
        .isLessThanOrEqualTo(telephone ? 0.5 : 0.2);
    assertThat(score.accepts()).as("wrongly taken").isLessThanOrEqualTo(0.25);
  }
}
