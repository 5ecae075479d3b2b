package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Pcm;

/** How much one sound is another, wherever in it the other begins. */
final class Correlation {
  private static final int FARTHEST = 4_800;

  private Correlation() {}

  /** 1 when {@code part} is in {@code sound} but for its loudness, about 0 when it is not. */
  static double of(Pcm sound, Pcm part) {
    double best = 0;
    for (int shift = 0; shift <= FARTHEST; shift++) {
      best = Math.max(best, at(sound.samples(), part.samples(), shift));
    }
    return best;
  }

  private static double at(short[] sound, short[] part, int shift) {
    double product = 0;
    double one = 0;
    double other = 0;
    for (int i = 0; i < part.length && i + shift < sound.length; i++) {
      product += (double) sound[i + shift] * part[i];
      one += (double) sound[i + shift] * sound[i + shift];
      other += (double) part[i] * part[i];
    }
    return one * other == 0 ? 0 : product / Math.sqrt(one * other);
  }
}
