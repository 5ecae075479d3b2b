package dev.soundcheck.audio;

/**
 * How loud sound is.
 *
 * @param rms mean power in dBFS (0 is a full-scale square wave), {@link #NOTHING} for digital
 *     silence
 * @param peak the largest sample in dBFS, {@link #NOTHING} for digital silence
 */
public record Levels(double rms, double peak) {
  /** Below what 16 bits can say: the level of digital silence and of no samples at all. */
  public static final double NOTHING = -120;

  private static final double FULL_SCALE = 32_768;

  /** Measures a whole sound; one without samples is as quiet as can be told. */
  public static Levels of(Pcm sound) {
    double energy = 0;
    int peak = 0;
    for (short sample : sound.samples()) {
      energy += (double) sample * sample;
      peak = Math.max(peak, Math.abs(sample));
    }
    double mean = Math.sqrt(energy / Math.max(1, sound.length()));
    return new Levels(decibels(mean / FULL_SCALE), decibels(peak / FULL_SCALE));
  }

  /** An amplitude, 1 for full scale, in dBFS; never below {@link #NOTHING}. */
  static double decibels(double amplitude) {
    return Math.max(NOTHING, 20 * Math.log10(amplitude));
  }
}
