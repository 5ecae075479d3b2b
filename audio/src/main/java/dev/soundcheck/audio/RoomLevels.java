package dev.soundcheck.audio;

import java.util.Arrays;

/** How often the last eight seconds of a room were how loud, to a quarter of a decibel. */
final class RoomLevels {
  private static final int KEPT = 8 * FrameLevels.PER_SECOND;
  private static final int STEPS_PER_DECIBEL = 4;
  private static final int STEPS = (int) (-Levels.NOTHING * STEPS_PER_DECIBEL) + 1;
  private static final double LOUDER_ONES = 0.02;

  private final short[] kept = new short[KEPT];
  private final short[] counts = new short[STEPS];
  private int size;
  private int next;

  /** Where the ceiling was when it was asked for, and how many levels above that are kept. */
  private int top;

  private int above;

  void add(double level) {
    int step = (int) Math.round((level - Levels.NOTHING) * STEPS_PER_DECIBEL);
    short within = (short) Math.max(0, Math.min(STEPS - 1, step));
    if (size == KEPT) {
      count(kept[next], -1);
    } else {
      size++;
    }
    kept[next] = within;
    count(within, 1);
    next = (next + 1) % KEPT;
  }

  private void count(int step, int more) {
    counts[step] += (short) more;
    above += step > top ? more : 0;
  }

  void clear() {
    Arrays.fill(counts, (short) 0);
    size = 0;
    next = 0;
    top = 0;
    above = 0;
  }

  /** What one frame in fifty exceeds, in dBFS. */
  double ceiling() {
    int louder = (int) (size * LOUDER_ONES);
    while (above > louder) {
      top++;
      above -= counts[top];
    }
    while (top > 0 && above + counts[top] <= louder) {
      above += counts[top];
      top--;
    }
    return (double) top / STEPS_PER_DECIBEL + Levels.NOTHING;
  }
}
