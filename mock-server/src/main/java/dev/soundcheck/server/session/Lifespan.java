package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a session may last, and how much it may hold.
 *
 * @param most from its opening (live-behaviour.md 5.2)
 * @param quiet without anything from the client; empty lets it be quiet for ever, because nobody
 *     saw the service end a session for that
 * @param items how many its conversation may have before a client's are refused
 */
public record Lifespan(Duration most, Optional<Duration> quiet, int items) {
  /** Longer than any session. */
  public static final Duration FOR_EVER = Duration.ofDays(100 * 365);

  /** Two hours, however quiet and whatever it holds. */
  public static final Lifespan USUAL = new Lifespan(Duration.ofHours(2), Optional.empty());

  /** One that may hold any number of items. */
  public Lifespan(Duration most, Optional<Duration> quiet) {
    this(most, quiet, Integer.MAX_VALUE);
  }
}
