package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;

/** Levels in dBFS without a steady part: a constant, however large, is silence. */
final class Loudness {
  private static final double FULL_SCALE = 32_768;

  private Loudness() {}

  static double of(short[] samples) {
    return of(samples, 0, samples.length);
  }

  static double of(short[] samples, int from, int to) {
    double sum = 0;
    double energy = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i];
      energy += (double) samples[i] * samples[i];
    }
    int count = Math.max(1, to - from);
    double mean = sum / count;
    double power = Math.max(0, energy / count - mean * mean);
    return Math.max(Levels.NOTHING, 20 * Math.log10(Math.sqrt(power) / FULL_SCALE));
  }

  static double of(Pcm sound) {
    return of(sound.samples());
  }
}
