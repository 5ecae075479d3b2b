package dev.soundcheck.script;

import java.time.Duration;

/** Nothing comes from the server for so long. */
record SilenceBeat(Line line, Duration length) implements Beat {
  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean byServer(Stage stage) {
    Duration until = stage.to().entered.plus(length);
    return stage.now().compareTo(until) >= 0 || stage.passesUntil(line, until);
  }

  @Override
  public boolean byClient(Stage stage) {
    if (stage.hearing().heard().compareTo(stage.to().entered) > 0) {
      stage.unmet(
          line.unmet(
              "no event for %d ms".formatted(length.toMillis()),
              "%s after %d ms"
                  .formatted(
                      stage.hearing().newest(),
                      stage.hearing().heard().minus(stage.to().entered).toMillis())));
      return true;
    }
    return byServer(stage);
  }
}
