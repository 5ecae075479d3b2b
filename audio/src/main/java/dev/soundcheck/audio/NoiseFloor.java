package dev.soundcheck.audio;

/**
 * How loud a room is when nobody speaks: the quietest 50 ms of the last three seconds. Speech has
 * gaps, noise has none; so whatever stays this loud for three seconds is noise.
 */
final class NoiseFloor {
  private static final int SMOOTHED = 5;
  private static final int FRAMES_PER_BLOCK = 25;
  private static final int BLOCKS = 12;

  private final double[] lately = new double[SMOOTHED];
  private final double[] quietest = new double[BLOCKS];
  private long frames;

  /**
   * Hears one frame.
   *
   * @param power its mean, 1 for full scale
   */
  void hear(double power) {
    lately[(int) (frames % SMOOTHED)] = power;
    int block = (int) (frames / FRAMES_PER_BLOCK % BLOCKS);
    boolean begins = frames % FRAMES_PER_BLOCK == 0;
    double smoothed = 10 * Math.log10(sum() / Math.min(frames + 1, SMOOTHED));
    quietest[block] = begins ? smoothed : Math.min(quietest[block], smoothed);
    frames++;
  }

  private double sum() {
    double sum = 0;
    for (double power : lately) {
      sum += power;
    }
    return sum;
  }

  /** In dBFS, of what was heard so far. */
  double level() {
    double level = 0;
    int known = (int) Math.min(BLOCKS, frames / FRAMES_PER_BLOCK + 1);
    for (int block = 0; block < known; block++) {
      level = Math.min(level, quietest[block]);
    }
    return level;
  }

  /** Whether all of the time that makes noise what it is was heard. */
  boolean known() {
    return frames >= (long) BLOCKS * FRAMES_PER_BLOCK;
  }
}
