package dev.soundcheck.conformance.hearing;

/**
 * How much of a stretch of sound follows from the four samples before each: the gain of a linear
 * prediction in dB. Speech, tones and music have much, bytes that were decoded as what they are not
 * have hardly any.
 */
final class Predictability {
  private static final int ORDER = 4;

  /** Keeps what is perfectly predictable finite: 60 dB. */
  private static final double FLOOR = 1e-6;

  private Predictability() {}

  /** The gain in dB; 0 for a stretch that does not move. */
  static double of(short[] samples, int from, int to) {
    double[] correlation = correlation(samples, from, to);
    if (correlation[0] <= 0) {
      return 0;
    }
    double error = error(correlation);
    return 10 * Math.log10(correlation[0] / Math.max(error, correlation[0] * FLOOR));
  }

  private static double[] correlation(short[] samples, int from, int to) {
    int length = to - from;
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += (double) samples[i] / length;
    }
    double[] windowed = new double[length];
    for (int i = 0; i < length; i++) {
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
      windowed[i] = (samples[from + i] - mean) * window;
    }
    double[] correlation = new double[ORDER + 1];
    for (int lag = 0; lag <= ORDER; lag++) {
      for (int i = lag; i < length; i++) {
        correlation[lag] += windowed[i] * windowed[i - lag];
      }
    }
    return correlation;
  }

  /** What Levinson's recursion leaves over. */
  private static double error(double[] correlation) {
    double[] weights = new double[ORDER + 1];
    double error = correlation[0] * (1 + FLOOR);
    for (int order = 1; order <= ORDER; order++) {
      double sum = correlation[order];
      for (int i = 1; i < order; i++) {
        sum -= weights[i] * correlation[order - i];
      }
      double reflection = sum / error;
      double[] before = weights.clone();
      weights[order] = reflection;
      for (int i = 1; i < order; i++) {
        weights[i] = before[i] - reflection * before[order - i];
      }
      error *= 1 - reflection * reflection;
    }
    return error;
  }
}
