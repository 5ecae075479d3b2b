package dev.soundcheck.script;

import java.time.Duration;
import java.util.Optional;

/** When a line that happens in the answer that runs is due. */
final class Cutting {
  private Cutting() {}

  /** True when the moment to break into the answer has come. */
  static boolean due(Stage stage, Line line, Duration after) {
    if (!reached(stage, line, after)) {
      return false;
    }
    stage.hearing().cutRunning();
    return true;
  }

  /** True when the moment has come; an answer that was over before is told, and not waited for. */
  static boolean reached(Stage stage, Line line, Duration after) {
    Optional<Window.Event> heard = stage.hearing().firstSoundOfRunning();
    if (heard.isEmpty() && stage.to().role == Role.SERVER && stage.hearing().answering()) {
      return stage.waits(line);
    }
    if (heard.isEmpty()) {
      stage.unmet(line.unmet("an answer that still runs", "an answer that was already over"));
      return true;
    }
    Duration moment = heard.get().at().plus(after);
    return stage.now().compareTo(moment) >= 0 || stage.passesUntil(line, moment);
  }
}
