package dev.soundcheck.script;

import java.time.Duration;

/** How long lines of the other role are waited for, from here on. */
record PatienceBeat(Line line, Duration limit) implements Beat {
  @Override
  public Side side() {
    return Side.EITHER;
  }

  @Override
  public boolean byServer(Stage stage) {
    stage.to().patience = limit;
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    return byServer(stage);
  }
}
