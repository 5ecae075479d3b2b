package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which phrases speech is to be told apart by, and who is told of those that cannot be. */
record Heard(Vocabulary vocabulary, Mistakes mistakes) {
  /** The phrases of these turns; none where there is nothing to choose. */
  static List<String> choices(List<TurnBeat> turns, boolean otherwise) {
    List<String> words = new ArrayList<>();
    boolean anything = otherwise;
    for (TurnBeat turn : turns) {
      if (turn.spoken()) {
        anything |= turn.words().isEmpty();
        turn.words().filter(one -> !words.contains(one)).ifPresent(words::add);
      }
    }
    return words.size() + (anything ? 1 : 0) > 1 ? List.copyOf(words) : List.of();
  }

  /** Adds a mistake when the turn cannot be told from others. */
  void check(TurnBeat turn) {
    Optional<String> words = turn.spoken() ? turn.words() : Optional.empty();
    words
        .flatMap(vocabulary::objection)
        .ifPresent(
            why ->
                mistakes.add(
                    turn.line(),
                    "expected a choice that can be told from the others, got '%s'; %s"
                        .formatted(turn.line().text(), why)));
  }
}
