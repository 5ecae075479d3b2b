package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.Pcm;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Tells whether speech runs too fast or too slowly, which makes both its pitch and its resonances
 * higher or lower. Either alone differs between people more than rates do; their product hardly
 * does. Octaves throughout.
 */
final class SpeedGuess {
  /** The pitch of a voice and the middle of its vowels' spectrum, multiplied, in octaves. */
  private static final double USUAL = 16.1;

  private static final double LOWEST = 14.7;
  private static final double HIGHEST = 17.5;

  /** In octaves, the middle half of all pitches: a tone has less, and music more than speech. */
  private static final double LEAST_SPREAD = 0.08;

  private static final double MOST_SPREAD = 0.62;

  /** In dB, the middle half of all levels: music is steadier than speech. */
  private static final double LEAST_SWELL = 3;

  /** A second of vowels; a verdict is given anew after ten. */
  private static final int ENOUGH = 50;

  private static final int MOST = 500;
  private static final double QUIETEST = -50;
  private static final double BELOW_LOUDEST = 25;
  private static final double DEEPEST_HZ = 60;
  private static final int STRETCHES_PER_SECOND = 50;

  private final int rate;
  private final int hop;
  private final Spectrum spectrum;
  private final short[] stretch;
  private final List<Vowel> vowels = new ArrayList<>();
  private int filled;

  /** A stretch with a pitch: its level in dBFS, its pitch and the middle of its spectrum. */
  private record Vowel(double level, double pitch, double middle) {}

  SpeedGuess(int rate) {
    this.rate = rate;
    hop = rate / STRETCHES_PER_SECOND;
    spectrum = new Spectrum(2 * Math.max(256, Integer.highestOneBit(rate / 25)));
    stretch = new short[spectrum.size()];
  }

  void take(Pcm sound) {
    for (short sample : sound.samples()) {
      stretch[filled++] = sample;
      if (filled == stretch.length) {
        listen();
        filled = stretch.length - hop;
        System.arraycopy(stretch, hop, stretch, 0, filled);
      }
    }
  }

  /** How many octaves too high it sounds, if it surely does; less than 0 is too low. */
  OptionalDouble octavesOff() {
    double loudest = vowels.stream().mapToDouble(Vowel::level).max().orElse(0);
    List<Vowel> clear =
        vowels.stream().filter(vowel -> vowel.level() >= loudest - BELOW_LOUDEST).toList();
    if (clear.size() < ENOUGH) {
      return OptionalDouble.empty();
    }
    double[] pitches = clear.stream().mapToDouble(Vowel::pitch).sorted().toArray();
    double[] levels = clear.stream().mapToDouble(Vowel::level).sorted().toArray();
    double[] middles = clear.stream().mapToDouble(Vowel::middle).sorted().toArray();
    boolean speech =
        spread(pitches) >= LEAST_SPREAD
            && spread(pitches) <= MOST_SPREAD
            && spread(levels) >= LEAST_SWELL;
    double sounds = pitches[pitches.length / 2] + middles[middles.length / 2];
    return speech && (sounds < LOWEST || sounds > HIGHEST)
        ? OptionalDouble.of((sounds - USUAL) / 2)
        : OptionalDouble.empty();
  }

  private void listen() {
    double level = Loudness.of(stretch);
    if (level < QUIETEST) {
      return;
    }
    double pitch = Pitch.of(stretch, 0, stretch.length, rate);
    if (pitch == 0) {
      return;
    }
    if (vowels.size() == MOST) {
      vowels.clear();
    }
    vowels.add(new Vowel(level, octaves(pitch), middle()));
  }

  /** The middle of the spectrum in octaves, high tones raised by 3 dB an octave. */
  private double middle() {
    double[] powers = spectrum.of(stretch, 0);
    double all = 0;
    double weighed = 0;
    for (int i = 1; i < powers.length; i++) {
      double hertz = (double) i * rate / spectrum.size();
      if (hertz >= DEEPEST_HZ) {
        all += powers[i] * hertz;
        weighed += powers[i] * hertz * octaves(hertz);
      }
    }
    return weighed / Math.max(all, 1e-9);
  }

  private static double octaves(double hertz) {
    return Math.log(hertz) / Math.log(2);
  }

  private static double spread(double[] sorted) {
    return sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
  }
}
