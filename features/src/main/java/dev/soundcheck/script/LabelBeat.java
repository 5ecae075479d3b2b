package dev.soundcheck.script;

/** A place to go on at; nothing happens here. */
record LabelBeat(Line line, int label) implements Beat {
  @Override
  public Side side() {
    return Side.EITHER;
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
