package dev.soundcheck.script;

import java.time.Duration;
import java.util.Optional;

/** When the client role breaks into the answer that runs. */
final class Cutting {
  private Cutting() {}

  /** True when the moment has come; an answer that was over before is told, and not waited for. */
  static boolean due(Stage stage, Line line, Duration after) {
    Optional<Duration> heard = stage.hearing().firstAudioOfRunning();
    if (heard.isEmpty()) {
      stage.unmet(line.unmet("an answer that still runs", "an answer that was already over"));
      return true;
    }
    Duration moment = heard.get().plus(after);
    if (stage.now().compareTo(moment) < 0) {
      return stage.waitsUntil(line, moment);
    }
    stage.hearing().cutRunning();
    return true;
  }
}
