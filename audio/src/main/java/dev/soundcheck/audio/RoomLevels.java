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

  void add(double level) {
    int step = (int) Math.round((level - Levels.NOTHING) * STEPS_PER_DECIBEL);
    short within = (short) Math.max(0, Math.min(STEPS - 1, step));
    if (size == KEPT) {
      counts[kept[next]]--;
    } else {
      size++;
    }
    kept[next] = within;
    counts[within]++;
    next = (next + 1) % KEPT;
  }

  void clear() {
    Arrays.fill(counts, (short) 0);
    size = 0;
    next = 0;
  }

  /** What one frame in fifty exceeds, in dBFS. */
  double ceiling() {
    int louder = (int) (size * LOUDER_ONES);
    for (int step = STEPS - 1; step > 0; step--) {
      louder -= counts[step];
      if (louder < 0) {
        return (double) step / STEPS_PER_DECIBEL + Levels.NOTHING;
      }
    }
    return Levels.NOTHING;
  }
}
