package dev.soundcheck.script;

/** At which pace the mock answers; a client cannot ask for it. */
record PacingBeat(Line line, Pacing pacing) implements Beat {
  @Override
  public Side side() {
    return Side.SESSION;
  }

  @Override
  public boolean byServer(Stage stage) {
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    return true;
  }
}
