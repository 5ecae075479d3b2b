package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.Optional;

/** When somebody at the client's microphone began to speak, and when he ended. */
final class Onsets {
  /** Room noise lies below this; people speak above it. */
  private static final double QUIET_DBFS = -45;

  /** A shorter pause lies between words. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Duration WINDOW = Duration.ofMillis(10);

  private final double speed;
  private Optional<Duration> began = Optional.empty();
  private Optional<Duration> ended = Optional.empty();

  /** {@code speed} times faster than real. */
  Onsets(double speed) {
    this.speed = speed;
  }

  /** This was recorded up to {@code end}. */
  void recorded(Pcm sound, Duration end) {
    int window = Math.max(1, Pcm.samplesIn(WINDOW, sound.rate()));
    Duration begin = end.minus(lasting(sound.length(), sound.rate()));
    for (int at = 0; at < sound.length(); at += window) {
      int to = Math.min(sound.length(), at + window);
      if (Levels.of(sound.slice(at, to)).rms() > QUIET_DBFS) {
        heard(begin.plus(lasting(at, sound.rate())), begin.plus(lasting(to, sound.rate())));
      }
    }
  }

  /** When the last speech began: the first moment after a pause that is not quiet. */
  Optional<Duration> began() {
    return began;
  }

  /** When the last speech ended, or where it is by now: the last moment that was not quiet. */
  Optional<Duration> ended() {
    return ended;
  }

  private void heard(Duration from, Duration to) {
    if (ended.filter(end -> lasting(PAUSE).compareTo(from.minus(end)) > 0).isEmpty()) {
      began = Optional.of(from);
    }
    ended = Optional.of(to);
  }

  private Duration lasting(int samples, int rate) {
    return Duration.ofNanos(Math.round(samples * 1e9 / (rate * speed)));
  }

  private Duration lasting(Duration time) {
    return Duration.ofNanos(Math.round(time.toNanos() / speed));
  }
}
