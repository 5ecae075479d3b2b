package dev.soundcheck.script;

/** Goes on after a label. */
record JumpBeat(Line line, int label) implements Beat {
  @Override
  public Side side() {
    return Side.EITHER;
  }

  @Override
  public boolean byServer(Stage stage) {
    stage.jump(label);
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    return byServer(stage);
  }
}
