package dev.soundcheck.audio.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.HumanPrompts;
import dev.soundcheck.audio.HumanPrompts.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Issue 5, point 1: the rows of docs/listening.md for our own detector, with some of the prompts;
 * none missed, none split, and edges within 100 ms of the truth for as many as the bars say.
 */
@Tag("human-speech")
class EarsTest {
  private static final int ONE_OF = 12;

  private static List<Prompt> prompts = List.of();

  @BeforeAll
  static void prompts_are_installed() {
    HumanPrompts.require();
    List<Prompt> all = HumanPrompts.wideband();
    List<Prompt> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += ONE_OF) {
      some.add(all.get(i));
    }
    prompts = some;
  }

  @Test
  void formats_and_levels_make_no_difference_to_what_is_heard() {
    for (Scenes.Table table : Scenes.all().subList(0, 2)) {
      for (Scene scene : table.rows()) {
        Tally tally = heard(scene);
        assertThat(tally.falseTurns()).as(scene.name()).isZero();
        assertThat(tally.within()).as(scene.name()).isGreaterThanOrEqualTo(0.95);
        assertThat(tally.noticed(0.5)).as(scene.name()).isLessThanOrEqualTo(150);
      }
    }
  }

  @Test
  void no_noise_is_a_turn_and_few_ends_drown_in_it() {
    for (Scene scene : Scenes.all().get(2).rows()) {
      Tally tally = heard(scene);
      assertThat(tally.falseTurns()).as(scene.name()).isZero();
      double bar = scene.name().contains("−40") ? 0.7 : 0.92;
      assertThat(tally.within()).as(scene.name()).isGreaterThanOrEqualTo(bar);
    }
  }

  /** Louder, they begin turns of their own; quieter, they begin none and hold none open. */
  @Test
  void other_voices_and_music_25_dB_below_are_the_room() {
    List<String> quiet =
        List.of("babble, −50 dBFS", "babble, −45 dBFS", "music under it, −50 dBFS");
    for (Scene scene : Scenes.named(quiet)) {
      Tally tally = heard(scene);
      assertThat(tally.falseTurns()).as(scene.name()).isLessThanOrEqualTo(1);
      assertThat(tally.within()).as(scene.name()).isGreaterThanOrEqualTo(0.7);
    }
  }

  @Test
  void speech_after_music_is_heard_as_if_there_had_been_none() {
    for (Scene scene :
        Scenes.named(List.of("music before it, −40 dBFS", "music before it, −20 dBFS"))) {
      assertThat(heard(scene).within()).as(scene.name()).isGreaterThanOrEqualTo(0.95);
    }
  }

  private static Tally heard(Scene scene) {
    Tally tally = Measured.of(scene, prompts, Detectors.OURS).tally();
    System.out.printf(Locale.ROOT, "%-28s %s%n", scene.name(), tally);
    assertThat(tally.prompts()).isGreaterThan(40);
    assertThat(tally.missed()).as(scene.name()).isZero();
    assertThat(tally.split()).as(scene.name()).isZero();
    return tally;
  }
}
