package dev.soundcheck.script;

/** The client is there again; what follows is played on its next connection. */
record ReturnBeat(Line line) implements Beat {
  @Override
  public Side side() {
    return Side.CLIENT;
  }

  @Override
  public boolean byServer(Stage stage) {
    throw new IllegalStateException("scenarios are divided before they are played: " + line);
  }

  @Override
  public boolean byClient(Stage stage) {
    return byServer(stage);
  }
}
