package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;

/** How loud sound is, in decibels below full scale. */
public final class Loudness {
  private static final double FULL = 32_768;

  /** Room noise lies below this; people speak above it. */
  private static final double QUIET_DBFS = -45;

  private static final Duration WINDOW = Duration.ofMillis(10);

  private Loudness() {}

  /** The level of all of it; negative infinity for digital silence or no samples. */
  public static double dbfs(Pcm sound) {
    return dbfs(sound.samples(), 0, sound.length());
  }

  /** Where the last part that is not quiet ends; the end of the sound when all of it is quiet. */
  static Duration end(Pcm sound) {
    int window = Math.max(1, Pcm.samplesIn(WINDOW, sound.rate()));
    for (int to = sound.length(); to > 0; to -= window) {
      if (dbfs(sound.samples(), Math.max(0, to - window), to) > QUIET_DBFS) {
        return sound.slice(0, to).duration();
      }
    }
    return sound.duration();
  }

  private static double dbfs(short[] samples, int from, int to) {
    double power = 0;
    for (int i = from; i < to; i++) {
      power += (double) samples[i] * samples[i];
    }
    return from == to
        ? Double.NEGATIVE_INFINITY
        : 10 * Math.log10(power / (to - from) / FULL / FULL);
  }
}
