package dev.soundcheck.script;

import java.time.Duration;

/**
 * Time passes before the next line; whoever has that line lets it pass, and the other one too.
 *
 * @param next whose the next line is
 */
record PauseBeat(Line line, Duration length, Side next) implements Beat {
  @Override
  public Side side() {
    return Side.EITHER;
  }

  /** A server that only waits for the client has nothing to hold back. */
  @Override
  public boolean byServer(Stage stage) {
    if (next == Side.CLIENT) {
      return true;
    }
    if (stage.hearing().answering()) {
      return stage.waits(line);
    }
    return passed(stage);
  }

  @Override
  public boolean byClient(Stage stage) {
    return passed(stage);
  }

  private boolean passed(Stage stage) {
    Duration until = stage.sinceAnswer().plus(length);
    return stage.now().compareTo(until) >= 0 || stage.passesUntil(line, until);
  }
}
