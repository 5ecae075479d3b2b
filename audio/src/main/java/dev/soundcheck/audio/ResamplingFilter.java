package dev.soundcheck.audio;

/**
 * A windowed sinc for one pair of rates, cut into phases: one row of coefficients for each place
 * that an output sample can have between two input samples. Pairs with many places (such as 44,099
 * to 24,000 Hz) use a fixed number of rows and the straight line between neighbours, so that no
 * pair needs more than a few megabytes.
 */
final class ResamplingFilter {
  /** Zero crossings on each side, counted at the lower rate. */
  private static final int CROSSINGS = 32;

  /** Kaiser's formula: 80 dB. */
  private static final double ATTENUATION = 80;

  private static final double BETA = 0.1102 * (ATTENUATION - 8.7);

  /** The pass band ends so far below half the lower rate that the stop band begins at the half. */
  private static final double CUTOFF =
      1 - (ATTENUATION - 8) / (2.285 * 2 * CROSSINGS) / (2 * Math.PI);

  /** Enough for every pair of documented rates; the straight line errs by -100 dB. */
  private static final int MOST_PHASES = 1024;

  private static final int COEFFICIENTS_KEPT = 4 << 20;

  private record Rates(int from, int to) {}

  private static final Recent<Rates, ResamplingFilter> KEPT =
      new Recent<>(COEFFICIENTS_KEPT, ResamplingFilter::size);

  private final float[][] rows;
  private final int reach;
  private final int to;
  private final int step;

  private ResamplingFilter(Rates rates) {
    double scale = CUTOFF * Math.min(1, (double) rates.to / rates.from);
    int places = rates.to / divisor(rates.from, rates.to);
    int phases = Math.min(places, MOST_PHASES);
    this.to = rates.to;
    this.step = places <= MOST_PHASES ? rates.to / places : 0;
    this.reach = (int) Math.ceil(CROSSINGS / Math.min(1, (double) rates.to / rates.from));
    this.rows = new float[phases + 1][];
    for (int phase = 0; phase <= phases; phase++) {
      rows[phase] = row((double) phase / phases, scale);
    }
  }

  static ResamplingFilter between(int from, int to) {
    if (from <= 0 || to <= 0) {
      throw new AudioException(
          "cannot resample from %d Hz to %d Hz: expected rates above 0".formatted(from, to));
    }
    return KEPT.get(new Rates(from, to), ResamplingFilter::new);
  }

  /** How many input samples on each side of a place matter. */
  int reach() {
    return reach;
  }

  private long size() {
    return (long) rows.length * 2 * reach;
  }

  /** The value between two samples: {@code part / to} of the way from {@code index} on. */
  double at(float[] samples, int index, int part) {
    int first = index - reach + 1;
    if (step > 0) {
      return sum(samples, first, rows[part / step]);
    }
    double phase = (double) part / to * MOST_PHASES;
    int row = (int) phase;
    double low = sum(samples, first, rows[row]);
    return low + (phase - row) * (sum(samples, first, rows[row + 1]) - low);
  }

  private static double sum(float[] samples, int first, float[] row) {
    float even = 0;
    float odd = 0;
    for (int i = 0; i < row.length; i += 2) {
      even += samples[first + i] * row[i];
      odd += samples[first + i + 1] * row[i + 1];
    }
    return even + odd;
  }

  /** Coefficients for a place between two samples; they sum to one, so that level is kept. */
  private float[] row(double place, double scale) {
    double[] exact = new double[2 * reach];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      double distance = i - (reach - 1) - place;
      exact[i] = sinc(distance * scale) * kaiser(distance / reach);
      sum += exact[i];
    }
    float[] row = new float[exact.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (exact[i] / sum);
    }
    return row;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
  }

  /** The modified Bessel function of the first kind and order zero, by its power series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
