package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Set;

/**
 * For so long after the turn before, and the answer before, an event does not come.
 *
 * @param from who does not send it
 * @param forbidden what is not sent
 */
record QuietBeat(Line line, Origin from, String forbidden, Duration length) implements Beat {
  @Override
  public Side side() {
    return from == Origin.CLIENT ? Side.CLIENT : Side.SERVER;
  }

  @Override
  public boolean byServer(Stage stage) {
    return passed(stage);
  }

  @Override
  public boolean byClient(Stage stage) {
    return passed(stage);
  }

  private boolean passed(Stage stage) {
    boolean came = stage.hearing().mark(forbidden, stage.to().met).isPresent();
    if (came) {
      stage.unmet(
          line.unmet("no %s for %s".formatted(forbidden, Spelling.shown(length)), forbidden));
      return true;
    }
    if (stage.hearing().answering()) {
      return stage.waits(line);
    }
    Duration from = stage.sinceTurn();
    Duration answered = stage.sinceAnswer();
    Duration until = (from.compareTo(answered) < 0 ? answered : from).plus(length);
    return stage.now().compareTo(until) >= 0 || stage.passesUntil(line, until);
  }

  @Override
  public Set<String> marks() {
    return Set.of(forbidden);
  }
}
