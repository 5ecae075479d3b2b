package dev.soundcheck.audio;

/**
 * Decodes ITU-T G.722 at 64 kbit/s, the format of the wide-band prompts: two bands of 8 kHz, each
 * ADPCM, joined by a mirror filter. Written from the recommendation's tables and block diagrams;
 * only tests need it.
 */
final class G722 {
  private static final int[] LOW = {
    -136, -136, -136, -136, -24_808, -21_904, -19_008, -16_704, -14_984, -13_512, -12_280, -11_192,
    -10_232, -9360, -8576, -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168,
    -2776, -2400, -2032, -1688, -1360, -1040, -728, 24_808, 21_904, 19_008, 16_704, 14_984, 13_512,
    12_280, 11_192, 10_232, 9360, 8576, 7856, 7192, 6576, 6000, 5456, 4944, 4464, 4008, 3576, 3168,
    2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136
  };
  private static final int[] LOW_COARSE = {
    0, -20_456, -12_896, -8968, -6288, -4240, -2584, -1200, 20_456, 12_896, 8968, 6288, 4240, 2584,
    1200, 0
  };
  private static final int[] HIGH = {-7408, -1616, 7408, 1616};
  private static final int[] LOW_STEPS = {-60, -30, 58, 172, 334, 538, 1198, 3042};
  private static final int[] LOW_STEP_OF = {0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0};
  private static final int[] HIGH_STEPS = {798, -214, 798, -214};
  private static final int[] MIRROR = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};

  private final Band low = new Band(32, 8, 18_432);
  private final Band high = new Band(8, 10, 22_528);
  private final int[] line = new int[24];

  private G722() {}

  static Pcm decode(byte[] bytes) {
    G722 decoder = new G722();
    short[] samples = new short[bytes.length * 2];
    for (int i = 0; i < bytes.length; i++) {
      decoder.decode(bytes[i] & 0xFF, samples, 2 * i);
    }
    return new Pcm(samples, 16_000);
  }

  private void decode(int code, short[] samples, int at) {
    int fine = code & 63;
    int lowSample = clipped(low.estimate + times(low.scale, LOW[fine]), 14);
    low.adapt(times(low.scale, LOW_COARSE[fine >> 2]), LOW_STEPS[LOW_STEP_OF[fine >> 2]]);
    int difference = times(high.scale, HIGH[code >> 6]);
    int highSample = clipped(high.estimate + difference, 14);
    high.adapt(difference, HIGH_STEPS[code >> 6]);

    System.arraycopy(line, 2, line, 0, 22);
    line[22] = lowSample + highSample;
    line[23] = lowSample - highSample;
    int first = 0;
    int second = 0;
    for (int i = 0; i < MIRROR.length; i++) {
      second += line[2 * i] * MIRROR[i];
      first += line[2 * i + 1] * MIRROR[MIRROR.length - 1 - i];
    }
    samples[at] = (short) clipped(first >> 11, 15);
    samples[at + 1] = (short) clipped(second >> 11, 15);
  }

  /** A product of two numbers with 15 bits after the point. */
  private static int times(int a, int b) {
    return (a * b) >> 15;
  }

  private static int clipped(int value, int bits) {
    int most = (1 << bits) - 1;
    return Math.max(-most - 1, Math.min(most, value));
  }

  /** The predictor and the step size of one band. */
  private static final class Band {
    private final int shift;
    private final int mostLogScale;
    private final int[] differences = new int[7];
    private final int[] zeros = new int[7];
    private final int[] reconstructed = new int[3];
    private final int[] partial = new int[3];
    private int pole1;
    private int pole2;
    private int logScale;
    private int zeroEstimate;
    int scale;
    int estimate;

    Band(int scale, int shift, int mostLogScale) {
      this.scale = scale;
      this.shift = shift;
      this.mostLogScale = mostLogScale;
    }

    void adapt(int difference, int step) {
      rescale(step);
      differences[0] = difference;
      reconstructed[0] = clipped(estimate + difference, 15);
      partial[0] = clipped(zeroEstimate + difference, 15);
      movePoles();
      moveZeros();
      predict();
    }

    private void rescale(int step) {
      logScale = Math.max(0, Math.min(mostLogScale, ((logScale * 127) >> 7) + step));
      int mantissa = (int) Math.round(2048 * Math.pow(2, ((logScale >> 6) & 31) / 32.0));
      int down = shift - (logScale >> 11);
      scale = (down < 0 ? mantissa << -down : mantissa >> down) << 2;
    }

    private void movePoles() {
      boolean same1 = partial[0] >> 15 == partial[1] >> 15;
      boolean same2 = partial[0] >> 15 == partial[2] >> 15;
      int lean = clipped(pole1 << 2, 15);
      int turn = Math.min(same1 ? -lean : lean, 32_767) >> 7;
      int second = turn + (same2 ? 128 : -128) + times(pole2, 32_512);
      pole2 = Math.max(-12_288, Math.min(12_288, second));
      int first = clipped((same1 ? 192 : -192) + times(pole1, 32_640), 15);
      int bound = clipped(15_360 - pole2, 15);
      pole1 = Math.max(-bound, Math.min(bound, first));
    }

    private void moveZeros() {
      int size = differences[0] == 0 ? 0 : 128;
      for (int i = 6; i > 0; i--) {
        boolean same = differences[0] >> 15 == differences[i] >> 15;
        zeros[i] = clipped((same ? size : -size) + times(zeros[i], 32_640), 15);
      }
      System.arraycopy(differences, 0, differences, 1, 6);
      System.arraycopy(reconstructed, 0, reconstructed, 1, 2);
      System.arraycopy(partial, 0, partial, 1, 2);
    }

    private void predict() {
      int poles =
          times(pole1, clipped(2 * reconstructed[1], 15))
              + times(pole2, clipped(2 * reconstructed[2], 15));
      int sum = 0;
      for (int i = 6; i > 0; i--) {
        sum += times(zeros[i], clipped(2 * differences[i], 15));
      }
      zeroEstimate = clipped(sum, 15);
      estimate = clipped(clipped(poles, 15) + zeroEstimate, 15);
    }
  }
}
