package dev.soundcheck.audio;

import java.util.Arrays;

/** Gives synthesized sound its level and cuts the silence at its ends. */
final class Trimming {
  /** -3 dBFS. */
  private static final double PEAK = 32_767 * Math.pow(10, -3 / 20.0);

  /** What is 40 dB below the peak is silence. */
  private static final int SILENCE = 100;

  /** 25 ms of silence stay at either end. */
  private static final int KEPT_PER_SECOND = 40;

  private static final double TONE_HZ = 440;

  private Trimming() {}

  /** The sound with its peak at -3 dBFS and at most 25 ms of silence at either end. */
  static Pcm trimmed(Pcm sound) {
    short[] samples = sound.samples();
    int peak = 0;
    for (short sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    int first = 0;
    while (first < samples.length && Math.abs(samples[first]) * SILENCE <= peak) {
      first++;
    }
    int end = samples.length;
    while (end > first && Math.abs(samples[end - 1]) * SILENCE <= peak) {
      end--;
    }
    int kept = sound.rate() / KEPT_PER_SECOND;
    int from = Math.max(0, first - kept);
    short[] cut = Arrays.copyOfRange(samples, from, Math.min(samples.length, end + kept));
    return first == end ? new Pcm(new short[0], sound.rate()) : louder(cut, peak, sound.rate());
  }

  private static Pcm louder(short[] samples, int peak, int rate) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.rint(samples[i] * PEAK / peak);
    }
    return new Pcm(samples, rate);
  }

  /** A fifth of a second of a tone that swells and fades. */
  static Pcm tone(int rate) {
    short[] samples = new short[rate / 5];
    for (int i = 0; i < samples.length; i++) {
      double swell = Math.sin(Math.PI * i / samples.length);
      samples[i] = (short) Math.rint(PEAK * swell * Math.sin(2 * Math.PI * TONE_HZ * i / rate));
    }
    return new Pcm(samples, rate);
  }
}
