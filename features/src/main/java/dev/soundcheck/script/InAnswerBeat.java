package dev.soundcheck.script;

import java.time.Duration;

/**
 * Something that happens while the answer before it is spoken.
 *
 * @param after how long after the answer was first heard
 */
record InAnswerBeat(Duration after, Beat inner) implements Timed {
  @Override
  public Beat wrap(Beat other) {
    return new InAnswerBeat(after, other);
  }

  @Override
  public boolean inAnswer() {
    return true;
  }

  @Override
  public boolean cuts() {
    return inner.cuts() || inner.closes();
  }

  /** Sound is sent faster than it is heard, so a server cannot tell when its client breaks in. */
  @Override
  public boolean byServer(Stage stage) {
    if (side() == Side.CLIENT) {
      return inner.byServer(stage);
    }
    if (!Cutting.reached(stage, line(), after)) {
      return false;
    }
    stage.inAnswer(true);
    boolean done = inner.byServer(stage);
    stage.inAnswer(false);
    return done;
  }

  @Override
  public boolean byClient(Stage stage) {
    if (side() == Side.SERVER) {
      stage.countFrom(stage.hearing().firstSoundOfRunning().map(Window.Event::number).orElse(0L));
      boolean done = inner.byClient(stage);
      stage.countFrom(0);
      return done;
    }
    if (!Cutting.reached(stage, line(), after)) {
      return false;
    }
    if (cuts()) {
      stage.hearing().cutRunning();
    }
    return inner.byClient(stage);
  }
}
