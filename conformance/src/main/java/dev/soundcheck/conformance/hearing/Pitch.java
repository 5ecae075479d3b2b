package dev.soundcheck.conformance.hearing;

/**
 * The pitch of a stretch of sound, by its likeness to itself a little later; from 35 to 1,000 Hz,
 * so that speech which runs at a wrong rate has one too.
 */
final class Pitch {
  private static final int SAMPLED_AT = 8_000;
  private static final int HIGHEST = 1_000;
  private static final int LOWEST = 35;

  /** Of 1; below is no vowel. */
  private static final double VOICED = 0.6;

  /** A period as good as twice itself is the period. */
  private static final double AS_GOOD = 0.9;

  private Pitch() {}

  /** In Hz; 0 where there is none. */
  static double of(short[] samples, int from, int length, int rate) {
    int step = Math.max(1, rate / SAMPLED_AT);
    double[] sound = slower(samples, from, length / step, step);
    int lowest = Math.max(2, rate / step / HIGHEST);
    int highest = Math.min(sound.length * 2 / 3, rate / step / LOWEST);
    double[] likeness = new double[highest + 2];
    for (int lag = lowest - 1; lag < likeness.length; lag++) {
      likeness[lag] = likeness(sound, lag);
    }
    double best = 0;
    for (int lag = lowest; lag <= highest; lag++) {
      best = isPeak(likeness, lag) ? Math.max(best, likeness[lag]) : best;
    }
    for (int lag = lowest; lag <= highest && best >= VOICED; lag++) {
      if (isPeak(likeness, lag) && likeness[lag] >= AS_GOOD * best) {
        return (double) rate / step / lag;
      }
    }
    return 0;
  }

  private static boolean isPeak(double[] likeness, int lag) {
    return likeness[lag] >= likeness[lag - 1] && likeness[lag] >= likeness[lag + 1];
  }

  /** Fewer samples, each the mean of several, without what is steady. */
  private static double[] slower(short[] samples, int from, int count, int step) {
    double[] sound = new double[count];
    double mean = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < step; j++) {
        sound[i] += samples[from + i * step + j];
      }
      mean += sound[i] / count;
    }
    for (int i = 0; i < count; i++) {
      sound[i] -= mean;
    }
    return sound;
  }

  private static double likeness(double[] sound, int lag) {
    double both = 0;
    double one = 1e-9;
    double other = 1e-9;
    for (int i = 0; i + lag < sound.length; i++) {
      both += sound[i] * sound[i + lag];
      one += sound[i] * sound[i];
      other += sound[i + lag] * sound[i + lag];
    }
    return both / Math.sqrt(one * other);
  }
}
