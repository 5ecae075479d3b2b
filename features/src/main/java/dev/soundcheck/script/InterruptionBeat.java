package dev.soundcheck.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user breaks into the answer that runs.
 *
 * @param turn what the user says
 * @param after how long after the answer was first heard
 */
record InterruptionBeat(TurnBeat turn, Duration after) implements ClientTurn {
  @Override
  public Line line() {
    return turn.line();
  }

  @Override
  public List<Unmet> unmetBy(Turn taken) {
    List<Unmet> all = new ArrayList<>(turn.unmetBy(taken));
    if (!taken.interrupting()) {
      all.add(line().unmet("a turn that breaks into the answer", "a turn after the answer"));
    }
    return all;
  }

  @Override
  public String expected() {
    return turn.expected();
  }

  @Override
  public boolean inAnswer() {
    return true;
  }

  @Override
  public boolean cuts() {
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    return Cutting.due(stage, line(), after) && turn.byClient(stage);
  }

  @Override
  public Optional<String> speech() {
    return turn.speech();
  }
}
