package dev.soundcheck.script;

import java.util.Optional;

/**
 * One scenario of a rule: played whenever its first line happens.
 *
 * @param title of the scenario
 * @param course without what it says about the session
 */
record Exchange(String title, Course course) {
  /** How well its first line fits; zero when it does not. */
  int fits(Turn turn) {
    if (!trigger().welcomes(turn)) {
      return 0;
    }
    if (!(trigger() instanceof TurnBeat wanted)) {
      return MADE_FOR_IT;
    }
    if (wanted.words().isPresent()) {
      return CHOSEN_WORDS;
    }
    return wanted.manner() == TurnBeat.Manner.SAYS ? ANYTHING_SAID : ANYTHING_TYPED;
  }

  private static final int ANYTHING_SAID = 1;
  private static final int ANYTHING_TYPED = 2;
  private static final int CHOSEN_WORDS = 3;
  private static final int MADE_FOR_IT = 4;

  Beat trigger() {
    return course.beats().get(0);
  }

  /** Words of speech that triggers it, if speech with chosen words does. */
  Optional<String> spokenWords() {
    return trigger() instanceof TurnBeat turn && turn.spoken() ? turn.words() : Optional.empty();
  }
}
