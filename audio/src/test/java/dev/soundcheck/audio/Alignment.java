package dev.soundcheck.audio;

/**
 * How alike two sounds are when one is shifted in time as fits best.
 *
 * @param delay of the other, in samples
 * @param decibels how far what differs lies below the sound
 */
record Alignment(int delay, double decibels) {
  /** Codecs and resamplers delay by a few hundred samples at most. */
  private static final int MOST = 400;

  static Alignment best(Pcm sound, Pcm other) {
    int length = Math.min(sound.length(), other.length()) - 2 * MOST;
    Pcm signal = sound.slice(MOST, MOST + length);
    double loud = Levels.of(signal).rms();
    Alignment best = new Alignment(0, Double.NEGATIVE_INFINITY);
    for (int delay = -MOST; delay <= MOST; delay++) {
      Pcm shifted = other.slice(MOST + delay, MOST + delay + length);
      double alike = loud - Levels.of(Sounds.difference(signal, shifted)).rms();
      best = alike > best.decibels() ? new Alignment(delay, alike) : best;
    }
    return best;
  }
}
