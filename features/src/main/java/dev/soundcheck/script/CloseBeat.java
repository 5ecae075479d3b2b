package dev.soundcheck.script;

import java.util.Locale;

/**
 * One side ends the connection.
 *
 * @param code 1006 when it breaks, with no word to the other side (RFC 6455 §7.1.5)
 */
record CloseBeat(Line line, Side side, int code, String reason) implements Beat {
  static final int BROKEN = 1006;

  static CloseBeat breaking(Line line, Side side) {
    return new CloseBeat(line, side, BROKEN, "");
  }

  @Override
  public boolean closes() {
    return true;
  }

  @Override
  public boolean staged() {
    return side == Side.SERVER;
  }

  @Override
  public boolean byServer(Stage stage) {
    if (side == Side.CLIENT) {
      return judged(stage);
    }
    if (stage.busy()) {
      return stage.waits(line);
    }
    return done(stage);
  }

  @Override
  public boolean byClient(Stage stage) {
    return side == Side.CLIENT ? done(stage) : judged(stage);
  }

  private boolean done(Stage stage) {
    stage.act(new Act.Close(code, reason));
    return true;
  }

  private boolean judged(Stage stage) {
    Seen.Closed closed = stage.to().closed;
    String expected = code == BROKEN ? "a broken connection" : shown(code, reason);
    if (closed == null) {
      return stage.waitsWithin(line, expected);
    }
    boolean same = closed.code() == code && (code == BROKEN || closed.reason().equals(reason));
    if (!same) {
      stage.unmet(line.unmet(expected, shown(closed.code(), closed.reason())));
    }
    return true;
  }

  /** What ended the connection, in words. */
  static String shown(Seen.Closed closed) {
    String who = closed.from().name().toLowerCase(Locale.ROOT);
    return "closing by the %s with %d \"%s\"".formatted(who, closed.code(), closed.reason());
  }

  private static String shown(int code, String reason) {
    return "closing with %d \"%s\"".formatted(code, reason);
  }
}
