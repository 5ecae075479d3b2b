package dev.soundcheck.server.play;

import dev.soundcheck.script.Endurance;
import dev.soundcheck.script.Program;
import dev.soundcheck.server.session.Dialect;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Lifespan;
import dev.soundcheck.server.session.Pace;
import dev.soundcheck.server.session.Past;
import dev.soundcheck.server.session.Senses;
import dev.soundcheck.server.session.Setup;
import dev.soundcheck.server.session.Understanding;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Under which conditions a connection is played.
 *
 * @param senses how the session hears, understands and phrases
 * @param pace how long things take
 * @param choices what of its profile's dialect is chosen otherwise
 * @param past the conversation it may go on with
 * @param lifespan how long it may last, where the scenario does not say
 * @param patience how long a line of the client is waited for; empty leaves it to the scenario
 */
public record Conditions(
    Senses senses,
    Pace pace,
    UnaryOperator<Dialect> choices,
    Past past,
    Lifespan lifespan,
    Optional<Duration> patience) {
  /** Real hearing, the live service's pace, the profile as it is, nothing before. */
  public static final Conditions USUAL =
      new Conditions(
          Senses.USUAL, Pace.LIVE, dialect -> dialect, Past.NONE, Lifespan.USUAL, Optional.empty());

  /** The same, where somebody listens to speech on which something depends. */
  public Conditions listening() {
    return new Conditions(
        senses.with(Understanding.BY_LISTENING), pace, choices, past, lifespan, patience);
  }

  /** The same at another pace. */
  public Conditions with(Pace other) {
    return new Conditions(senses, other, choices, past, lifespan, patience);
  }

  /** The same with something to go on with. */
  public Conditions with(Past other) {
    return new Conditions(senses, pace, choices, other, lifespan, patience);
  }

  /** The same with another time to live. */
  public Conditions with(Lifespan other) {
    return new Conditions(senses, pace, choices, past, other, patience);
  }

  /** The same with something of the profile's dialect chosen otherwise. */
  public Conditions choosing(UnaryOperator<Dialect> others) {
    return new Conditions(senses, pace, others, past, lifespan, patience);
  }

  /** The same with another patience. */
  public Conditions waiting(Optional<Duration> other) {
    return new Conditions(senses, pace, choices, past, lifespan, other);
  }

  /** How long things take; what a scenario says about it wins. */
  Pace paceOf(Program program) {
    return program.pacing().map(Paces::of).orElse(pace);
  }

  Setup setup(Opening opening, Dialect dialect, Ids ids) {
    return new Setup(
            choices.apply(dialect), opening.model(), ids, opening.voice(), opening.openedAt())
        .with(senses)
        .with(paceOf(opening.program()))
        .with(past)
        .with(lifespan(opening.program().endurance()));
  }

  /** What a scenario says about it wins. */
  private Lifespan lifespan(Endurance asked) {
    return new Lifespan(
        asked.most().orElse(lifespan.most()), asked.quiet().or(lifespan::quiet), lifespan.items());
  }
}
