package dev.soundcheck.conformance.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How a sound was heard at the client's end, by its playback clock.
 *
 * @param from when its first sample was played; empty when none was
 * @param until when the last sample of it that was played ended
 * @param length how much of it was played, without the gaps
 * @param underRuns how often there was nothing to play in the midst of it
 * @param starved for how long in all
 */
public record Played(
    Optional<Duration> from,
    Optional<Duration> until,
    Duration length,
    int underRuns,
    Duration starved) {
  /** Nothing of it was played. */
  static final Played NOTHING =
      new Played(Optional.empty(), Optional.empty(), Duration.ZERO, 0, Duration.ZERO);

  /** Both, one after the other. */
  Played then(Played next) {
    return new Played(
        from.or(next::from),
        next.until.or(this::until),
        length.plus(next.length),
        underRuns + next.underRuns,
        starved.plus(next.starved));
  }
}
