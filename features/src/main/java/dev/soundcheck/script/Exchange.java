package dev.soundcheck.script;

import java.util.Optional;

/**
 * One scenario of a rule: played whenever its first line happens.
 *
 * @param title of the scenario
 * @param course without what it says about the session
 */
record Exchange(String title, Course course) {
  /**
   * How well its first line fits; zero when it does not.
   *
   * @param told whether the words of speech tell it from others
   */
  int fits(Turn turn, boolean told) {
    if (trigger() instanceof TurnBeat wanted) {
      return wanted.fits(turn, told);
    }
    return trigger().welcomes(turn) ? MADE_FOR_IT : 0;
  }

  private static final int MADE_FOR_IT = 4;

  Beat trigger() {
    return course.beats().get(0);
  }

  /** Words of speech that triggers it, if speech with chosen words does. */
  Optional<String> spokenWords() {
    return trigger() instanceof TurnBeat turn && turn.spoken() ? turn.words() : Optional.empty();
  }
}
