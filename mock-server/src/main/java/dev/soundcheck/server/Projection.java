package dev.soundcheck.server;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.api.Admission;
import dev.soundcheck.server.jetty.Company;
import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.play.Wire;
import dev.soundcheck.server.recording.Recording;
import dev.soundcheck.server.recording.Reel;
import dev.soundcheck.server.time.Timepiece;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers connections and plays the recording to each. */
final class Projection implements Company {
  private final ServerOptions.Replay replay;
  private final Reel reel;
  private final Booths booths;
  private final Audience audience;
  private final AtomicInteger connections = new AtomicInteger();

  Projection(ServerOptions.Replay replay, long seed, Booths booths, Audience audience) {
    this.booths = booths;
    this.replay = replay;
    this.reel =
        new Reel(
            Recording.of(replay.trace(), Origin.SERVER, replay.policy(), replay.speed()), seed);
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
    audience.opened(
        new OpenedConnection(
            number,
            admission.test(),
            replay.trace().header().profile(),
            "recording of " + replay.trace().header().target(),
            admission.model()));
    return new Replayed(number, reel.next(number, admission.conversation()), wire, audience);
  }
}
