package dev.soundcheck.audio;

import java.util.Arrays;

/**
 * What is heard while nobody speaks: between which levels it goes up and down, in dBFS. Knows
 * nothing of the detector's settings, so that what one of them hears depends on no other.
 *
 * <p>A voice falls silent for a moment at least every second and a half: the gaps between words,
 * the closure of a stop. Whatever goes on for three seconds without such a dip is the room: noise,
 * other people, music. The numbers were found by measuring (docs/decisions/audio-detector.md).
 */
final class Room {
  /** So much below the loudest of the last three seconds, a voice has fallen silent. */
  private static final double DIP = 22;

  /** Softer than the breath and the last sounds of the voice that was loudest lately. */
  private static final double QUIET = 36;

  /** What is hardly louder than the room was is still the room. */
  private static final double LITTLE = 9;

  private static final int SMOOTHED = 3;
  private static final int UNBROKEN = 3 * FrameLevels.PER_SECOND;

  /** After so much quiet the end of a word is over, and what is heard is the room. */
  private static final int SETTLED = 40;

  /** The beginning of a word is no quiet, even before it is loud. */
  private static final int BEGINNING = 5;

  private static final int FRAMES_PER_BLOCK = 25;
  private static final int BLOCKS = UNBROKEN / FRAMES_PER_BLOCK;

  private final NoiseFloor floor = new NoiseFloor();
  private final RoomLevels room = new RoomLevels();
  private final double[] levels = new double[UNBROKEN];
  private final double[] powers = new double[SMOOTHED];
  private final double[] loudest = new double[BLOCKS];
  private final double[] quietest = new double[BLOCKS];
  private double ceiling = Levels.NOTHING;
  private long heard;
  private long quiet;

  /** The loudest of those that {@link #learn} looked at last. */
  private long loudestFrame;

  Room() {
    Arrays.fill(loudest, Levels.NOTHING);
    Arrays.fill(quietest, 0);
  }

  void hear(double level) {
    double power = Math.pow(10, level / 10);
    floor.hear(power);
    levels[(int) (heard % UNBROKEN)] = level;
    heard++;
    double now = smoothed(power);
    remember(now);
    double most = most();
    quiet = now <= Math.max(most - QUIET, ceiling + LITTLE) ? quiet + 1 : 0;
    if (quiet >= SETTLED) {
      learn();
    } else if (heard >= UNBROKEN && heard % FRAMES_PER_BLOCK == 0) {
      double least = least();
      if (least > Math.max(most - DIP, ceiling + LITTLE)) {
        learnAnew();
      }
    }
  }

  /** The quietest 50 ms of the last three seconds. */
  double floor() {
    return floor.level();
  }

  /** Hardly ever exceeded; {@link Levels#NOTHING} before the room was heard alone. */
  double ceiling() {
    return ceiling;
  }

  /** Whether it was listened to for long enough to know the floor. */
  boolean known() {
    return floor.known();
  }

  private void learnAnew() {
    room.clear();
    for (double level : levels) {
      room.add(level);
    }
    ceiling = room.ceiling();
  }

  private void learn() {
    long last = heard - BEGINNING - 1;
    if (quiet == SETTLED || loudestFrame < heard - SETTLED) {
      loudestFrame = loudestOf(heard - SETTLED, last);
    } else if (level(last) >= level(loudestFrame)) {
      loudestFrame = last;
    }
    if (level(loudestFrame) < ceiling - LITTLE) {
      room.clear();
    }
    room.add(level(last));
    ceiling = room.ceiling();
  }

  private long loudestOf(long first, long last) {
    long found = first;
    for (long frame = first + 1; frame <= last; frame++) {
      found = level(frame) >= level(found) ? frame : found;
    }
    return found;
  }

  private double smoothed(double latest) {
    powers[(int) (heard % SMOOTHED)] = latest;
    double power = 0;
    for (double one : powers) {
      power += one;
    }
    return 10 * Math.log10(power / Math.min(heard, SMOOTHED));
  }

  private void remember(double now) {
    int block = (int) ((heard - 1) / FRAMES_PER_BLOCK % BLOCKS);
    boolean begins = (heard - 1) % FRAMES_PER_BLOCK == 0;
    loudest[block] = begins ? now : Math.max(loudest[block], now);
    quietest[block] = begins ? now : Math.min(quietest[block], now);
  }

  private double most() {
    double most = Levels.NOTHING;
    for (double one : loudest) {
      most = Math.max(most, one);
    }
    return most;
  }

  private double least() {
    double least = 0;
    for (double one : quietest) {
      least = Math.min(least, one);
    }
    return least;
  }

  private double level(long frame) {
    return levels[(int) (frame % UNBROKEN)];
  }
}
