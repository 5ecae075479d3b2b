package dev.soundcheck.script;

import java.time.Duration;

/** The user says nothing for so long; the microphone stays open. */
record SilenceBeat(Line line, Duration length) implements Beat {
  @Override
  public Side side() {
    return Side.CLIENT;
  }

  /** A turn instead of it is answered by the next line. */
  @Override
  public boolean byServer(Stage stage) {
    if (!stage.to().turns.isEmpty()) {
      String expected = "silence for " + Spelling.shown(length);
      stage.unmet(line.unmet(expected, Turns.shown(stage.to().turns.get(0))));
      stage.to().owed = true;
      return true;
    }
    return stage.hearing().answering() ? stage.waits(line) : passed(stage);
  }

  @Override
  public boolean byClient(Stage stage) {
    if (!stage.to().acted) {
      stage.to().acted = true;
      stage.act(new Act.StaySilent(length));
    }
    stage.progressedUntil(stage.now());
    return passed(stage);
  }

  private boolean passed(Stage stage) {
    Duration until = stage.sinceAnswer().plus(length);
    return stage.now().compareTo(until) >= 0 || stage.passesUntil(line, until);
  }
}
