package dev.soundcheck.conformance.hearing;

/** The powers of a stretch of sound by frequency, through a Hann window. */
final class Spectrum {
  private final int size;
  private final double[] window;

  /**
   * For stretches of so many samples.
   *
   * @param size a power of two
   */
  Spectrum(int size) {
    this.size = size;
    window = new double[size];
    for (int i = 0; i < size; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / size);
    }
  }

  int size() {
    return size;
  }

  /** Powers of the frequencies from 0 to before half the rate, {@code size / 2} of them. */
  double[] of(short[] samples, int from) {
    double[] re = new double[size];
    double[] im = new double[size];
    for (int i = 0; i < size && from + i < samples.length; i++) {
      re[i] = samples[from + i] * window[i];
    }
    transform(re, im);
    double[] powers = new double[size / 2];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = re[i] * re[i] + im[i] * im[i];
    }
    return powers;
  }

  private void transform(double[] re, double[] im) {
    int bits = Integer.numberOfTrailingZeros(size);
    for (int i = 0; i < size; i++) {
      int j = Integer.reverse(i) >>> (32 - bits);
      if (j > i) {
        swap(re, i, j);
        swap(im, i, j);
      }
    }
    for (int half = 1; half < size; half *= 2) {
      for (int k = 0; k < half; k++) {
        double c = Math.cos(Math.PI * k / half);
        double s = -Math.sin(Math.PI * k / half);
        butterflies(re, im, half, k, c, s);
      }
    }
  }

  private void butterflies(double[] re, double[] im, int half, int k, double c, double s) {
    for (int i = k; i < size; i += 2 * half) {
      int j = i + half;
      double r = re[j] * c - im[j] * s;
      double m = re[j] * s + im[j] * c;
      re[j] = re[i] - r;
      im[j] = im[i] - m;
      re[i] += r;
      im[i] += m;
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
