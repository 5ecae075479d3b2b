package dev.soundcheck.audio;

import java.util.List;

/**
 * Stretches of sound behind one another, and silence where they end before it does. None of them is
 * copied: hundreds of sessions that say the same hold it once.
 */
public final class Reel {
  private final List<Pcm> sounds;
  private final int rate;
  private final int length;

  private Reel(List<Pcm> sounds, int rate, int length) {
    this.sounds = sounds;
    this.rate = rate;
    this.length = length;
  }

  /**
   * All of these sounds.
   *
   * @param rate theirs, in samples per second
   * @throws IllegalArgumentException when one of them has another
   */
  public static Reel of(List<Pcm> sounds, int rate) {
    int length = 0;
    for (Pcm sound : sounds) {
      if (sound.rate() != rate) {
        throw new IllegalArgumentException(
            "sound of %d Hz has no place on a reel of %d Hz; resample it first"
                .formatted(sound.rate(), rate));
      }
      length += sound.length();
    }
    return new Reel(List.copyOf(sounds), rate, length);
  }

  /** The same sounds, cut after so many samples, or with silence behind all of them. */
  public Reel lasting(int samples) {
    return new Reel(sounds, rate, samples);
  }

  /** How many samples it has. */
  public int length() {
    return length;
  }

  /** All of it, as a copy. */
  public Pcm whole() {
    return slice(0, length);
  }

  /**
   * The samples from (inclusive) to (exclusive), as a copy.
   *
   * @throws IndexOutOfBoundsException when it has no such samples
   */
  public Pcm slice(int from, int to) {
    if (from < 0 || to < from || to > length) {
      throw new IndexOutOfBoundsException(
          "expected a part of %d samples, got %d to %d".formatted(length, from, to));
    }
    short[] copy = new short[to - from];
    int begins = 0;
    for (Pcm sound : sounds) {
      int first = Math.max(from, begins);
      int end = Math.min(to, begins + sound.length());
      if (first < end) {
        System.arraycopy(sound.samples(), first - begins, copy, first - from, end - first);
      }
      begins += sound.length();
    }
    return new Pcm(copy, rate);
  }
}
