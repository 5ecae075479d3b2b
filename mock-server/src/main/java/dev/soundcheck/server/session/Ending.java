package dev.soundcheck.server.session;

import java.time.Duration;

/**
 * Ends a session that has lasted too long, or was quiet for too long: an error, then the close
 * (events.yaml, {@code error.type}; live-behaviour.md 5.2).
 */
final class Ending {
  /** No close code of the service was recorded; this one makes clients neither alarm nor retry. */
  private static final int NORMAL = 1000;

  private final Stage stage;
  private final Answering answering;
  private Duration heard = Duration.ZERO;

  Ending(Stage stage, Answering answering) {
    this.stage = stage;
    this.answering = answering;
  }

  /** The session begins. */
  void begin() {
    Lifespan lifespan = stage.setup().lifespan();
    Refusals refusals = stage.setup().refusals();
    stage.agenda().at(lifespan.most(), () -> end(refusals.tooLong(lifespan.most())));
    lifespan.quiet().ifPresent(quiet -> stage.agenda().in(quiet, () -> ifQuiet(quiet)));
  }

  /** The client sent something. */
  void hear(Duration now) {
    heard = now;
  }

  /** A client that listens is not quiet. */
  private void ifQuiet(Duration quiet) {
    Duration now = stage.agenda().now();
    answering.active().ifPresent(answer -> heard = now);
    Duration due = heard.plus(quiet);
    if (due.compareTo(now) > 0) {
      stage.agenda().at(due, () -> ifQuiet(quiet));
    } else {
      end(stage.setup().refusals().tooQuiet(quiet));
    }
  }

  private void end(Refusal why) {
    stage.refuse(why);
    stage.leave(new Cue.Over(NORMAL, why.message()));
  }
}
