package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;
import java.time.Duration;

/** Where speech ends in a sound that may have quiet after it. */
final class LastWord {
  /** Room noise lies below this; people speak above it. */
  private static final double QUIET_DBFS = -45;

  private static final Duration WINDOW = Duration.ofMillis(10);

  private LastWord() {}

  /** The end of the last part that is not quiet; the end of the sound when all of it is. */
  static Duration end(Pcm sound) {
    int window = Math.max(1, Pcm.samplesIn(WINDOW, sound.rate()));
    for (int to = sound.length(); to > 0; to -= window) {
      if (Levels.of(sound.slice(Math.max(0, to - window), to)).rms() > QUIET_DBFS) {
        return sound.slice(0, to).duration();
      }
    }
    return sound.duration();
  }
}
