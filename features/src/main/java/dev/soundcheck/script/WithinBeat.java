package dev.soundcheck.script;

import java.time.Duration;

/** What the other role does has to come soon enough after what it answers. */
record WithinBeat(Duration limit, Beat inner) implements Timing {
  @Override
  public Beat wrap(Beat other) {
    return new WithinBeat(limit, other);
  }

  @Override
  public void judge(Stage stage) {
    Duration from = ofServer(stage) ? stage.sinceAnswer() : stage.sinceTurn();
    Duration met = stage.hearing().claimed().map(Window.Event::at).orElse(begun(stage));
    Duration taken = met.minus(from);
    if (taken.compareTo(limit) > 0) {
      String expected = "this within " + Spelling.shown(limit);
      stage.unmet(line().unmet(expected, "it after " + Spelling.shown(taken)));
    }
  }

  /** A spoken turn is known when it is over, and counts from its first word. */
  private Duration begun(Stage stage) {
    return bare() instanceof ClientTurn && ofServer(stage)
        ? stage.now().minus(stage.to().filling.spoken())
        : stage.now();
  }

  private static boolean ofServer(Stage stage) {
    return stage.to().role == Role.SERVER;
  }
}
