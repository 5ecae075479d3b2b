package dev.soundcheck.conformance.hearing;

/** Counts the places where sound stays at full scale. */
final class Clipping {
  /** Of 32,768; the loudest samples of mu-law and A-law are 32,124 and 32,256. */
  private static final int FULL_SCALE = 32_000;

  private static final int IN_A_ROW = 3;
  private static final int PLACES = 3;

  private long heard;
  private int row;
  private boolean above;
  private int places;
  private long first = -1;

  void take(short[] samples) {
    for (short sample : samples) {
      boolean full = sample >= FULL_SCALE || sample <= -FULL_SCALE;
      row = !full ? 0 : row > 0 && above == sample > 0 ? row + 1 : 1;
      above = sample > 0;
      heard++;
      if (row == IN_A_ROW) {
        places++;
        first = first < 0 ? heard - IN_A_ROW : first;
      }
    }
  }

  /** Whether there are enough of them to be heard. */
  boolean found() {
    return places >= PLACES;
  }

  int places() {
    return places;
  }

  /** The sample at which the first of them begins; -1 when there is none. */
  long first() {
    return first;
  }
}
