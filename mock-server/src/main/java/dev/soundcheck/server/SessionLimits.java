package dev.soundcheck.server;

import dev.soundcheck.server.session.Lifespan;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many sessions a server has at once, and how long they last.
 *
 * @param most at once, for each test by itself; empty for any number. One more gets a response that
 *     failed and is closed (live-behaviour.md 5.3)
 * @param lifespan of each; its end is an error and a close (live-behaviour.md 5.2)
 */
public record SessionLimits(OptionalInt most, Lifespan lifespan) {
  /** Any number, for two hours, however quiet. */
  public static final SessionLimits USUAL = new SessionLimits(OptionalInt.empty(), Lifespan.USUAL);

  public SessionLimits {
    if (most.isPresent() && most.getAsInt() < 0) {
      throw new ServerException(
          "The most sessions at once must be 0 or more, but were %d.".formatted(most.getAsInt()));
    }
    positive("How long a session may last", lifespan.most());
    lifespan.quiet().ifPresent(quiet -> positive("How long a client may be quiet", quiet));
  }

  /** So many at once. */
  public SessionLimits atMost(int sessions) {
    return new SessionLimits(OptionalInt.of(sessions), lifespan);
  }

  /** Each no longer than this. */
  public SessionLimits lasting(Duration longest) {
    return new SessionLimits(most, new Lifespan(longest, lifespan.quiet()));
  }

  /** Each no longer than this without anything from its client while no answer is under way. */
  public SessionLimits quietFor(Duration longest) {
    return new SessionLimits(most, new Lifespan(lifespan.most(), Optional.of(longest)));
  }

  private static void positive(String what, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new ServerException("%s must be positive, but was %s.".formatted(what, time));
    }
  }
}
