package dev.soundcheck.server;

import dev.soundcheck.audio.Voice;
import dev.soundcheck.script.FaultKind;
import dev.soundcheck.server.api.Admission;
import dev.soundcheck.server.api.Call;
import dev.soundcheck.server.jetty.Company;
import dev.soundcheck.server.play.Conditions;
import dev.soundcheck.server.play.Opening;
import dev.soundcheck.server.play.Paces;
import dev.soundcheck.server.play.Play;
import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.play.TurnedAway;
import dev.soundcheck.server.play.Wire;
import dev.soundcheck.server.play.Witness;
import dev.soundcheck.server.session.Dialect;
import dev.soundcheck.server.session.Dialect.AudioTimes;
import dev.soundcheck.server.session.Pace;
import dev.soundcheck.server.session.Past;
import dev.soundcheck.server.time.Timepiece;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers connections and makes the play of each; the same number gets the same seed in every run.
 */
final class Theatre implements Company {
  /** Concurrent sessions of a team (live-behaviour.md §5.3). */
  private static final int DOCUMENTED_LIMIT = 10;

  private final long seed;
  private final Pace pace;
  private final Voice voice;
  private final Limits limits;
  private final Optional<AudioTimes> audioTimes;
  private final Optional<Duration> patience;
  private final boolean listens;
  private final Seats seats;
  private final Booths booths;
  private final Audience audience;
  private final AtomicInteger connections = new AtomicInteger();

  /**
   * No connections yet.
   *
   * @param seed where every id and every choice comes from
   */
  Theatre(ServerOptions options, long seed, Voice voice, Booths booths, Audience audience) {
    this.seed = seed;
    this.pace = Paces.of(options.sounding().pacing());
    this.voice = voice;
    this.limits = options.keeping().limits();
    this.audioTimes = options.playing().audioTimes();
    this.patience = options.playing().patience();
    this.listens = options.sounding().listener().isPresent();
    this.seats = new Seats(limits);
    this.booths = booths;
    this.audience = audience;
  }

  @Override
  public Timepiece time(Admission admission) {
    return booths.of(admission.test()).time();
  }

  @Override
  public void remarked(String words) {
    audience.remarked(words);
  }

  @Override
  public Show play(Admission admission, Wire wire) {
    int number = connections.incrementAndGet();
    Booth booth = booths.of(admission.test());
    audience.opened(
        new OpenedConnection(
            number,
            admission.test(),
            admission.profile(),
            admission.program().name(),
            admission.model()));
    Opening opening =
        new Opening(
            number,
            admission.program(),
            admission.profile(),
            admission.model(),
            seedOf(booth.test(), booth.nextConnection()),
            voice,
            booth.time().instant());
    Optional<String> call = admission.call().map(Call::id);
    Past past = new Past(admission.conversation(), booth.shelf().conversations(), call);
    if (crowded(admission)) {
      return new TurnedAway(opening, DOCUMENTED_LIMIT, wire, audience);
    }
    Optional<Limit> full = seats.refuses(admission);
    if (full.isPresent()) {
      return new TurnedAway(opening, (int) limits.most(full.get()), wire, audience);
    }
    Witness witness =
        booth.sequels().learning(admission.program(), seats.untilClosed(admission, audience));
    Play play = new Play(opening, conditions(past), wire, witness);
    play.misbehave(Duration.ZERO, admission.faults());
    return play;
  }

  private Conditions conditions(Past past) {
    Conditions usual = listens ? Conditions.USUAL.listening() : Conditions.USUAL;
    return usual
        .with(pace)
        .with(past)
        .with(limits.lifespan())
        .choosing(this::chosen)
        .waiting(patience);
  }

  private Dialect chosen(Dialect dialect) {
    return audioTimes.map(dialect::with).orElse(dialect);
  }

  private static boolean crowded(Admission admission) {
    return admission.faults().stream().anyMatch(fault -> fault.kind() == FaultKind.CROWDED);
  }

  /** Far apart for neighbouring numbers, and for neighbouring seeds. */
  private long seedOf(String test, int number) {
    long forTest = seed + ((long) test.hashCode() << Integer.SIZE);
    return new SplittableRandom(new SplittableRandom(forTest).nextLong() + number).nextLong();
  }
}
