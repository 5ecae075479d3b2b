package dev.soundcheck.script;

/**
 * What the server takes the speech of the next turn for at first; later transcripts rewrite it
 * (live-behaviour.md §4). The client's role checks nothing: servers hear as they hear.
 */
record MishearingBeat(Line line, String words) implements Beat {
  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean staged() {
    return true;
  }

  @Override
  public boolean byServer(Stage stage) {
    stage.act(new Act.Mishear(words));
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    return true;
  }
}
