package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a session may last.
 *
 * @param most from its opening (live-behaviour.md 5.2)
 * @param quiet without anything from the client; empty lets it be quiet for ever, because nobody
 *     saw the service end a session for that
 */
public record Lifespan(Duration most, Optional<Duration> quiet) {
  /** Two hours, however quiet. */
  public static final Lifespan USUAL = new Lifespan(Duration.ofHours(2), Optional.empty());
}
