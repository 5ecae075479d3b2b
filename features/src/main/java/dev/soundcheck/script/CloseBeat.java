package dev.soundcheck.script;

/** The server closes the connection. */
record CloseBeat(Line line, int code, String reason) implements Beat {
  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean byServer(Stage stage) {
    if (stage.hearing().answering()) {
      return stage.waits(line);
    }
    stage.act(new Act.Close(code, reason));
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    Seen.Closed closed = stage.to().closed;
    String expected = "closing with %d \"%s\"".formatted(code, reason);
    if (closed == null) {
      return stage.waitsWithin(line, expected);
    }
    if (closed.code() != code || !closed.reason().equals(reason)) {
      stage.unmet(
          line.unmet(expected, "closing with %d \"%s\"".formatted(closed.code(), closed.reason())));
    }
    return true;
  }
}
