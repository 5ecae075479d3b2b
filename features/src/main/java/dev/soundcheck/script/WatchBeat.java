package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;

/** From here on something must not be sent until something else is; nobody waits for either. */
record WatchBeat(Line line, Origin from, String forbidden, String until) implements Beat {
  @Override
  public Side side() {
    return Side.EITHER;
  }

  /** Each role looks at the other one only; its own side does as the scenario says. */
  @Override
  public boolean byServer(Stage stage) {
    boolean own = stage.to().role == (from == Origin.CLIENT ? Role.CLIENT : Role.SERVER);
    if (!own) {
      stage.to().watches =
          Stage.appended(stage.to().watches, new Watch(line, from, forbidden, until));
    }
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    return byServer(stage);
  }
}
