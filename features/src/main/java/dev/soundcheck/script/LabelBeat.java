package dev.soundcheck.script;

/** A place to go on at; nothing happens here. */
record LabelBeat(Line line, int label) implements Remark {
  @Override
  public Side side() {
    return Side.EITHER;
  }
}
