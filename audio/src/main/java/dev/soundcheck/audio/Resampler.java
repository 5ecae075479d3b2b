package dev.soundcheck.audio;

/** Changes the rate of sound, band-limited: alias products stay below -60 dB. */
public final class Resampler {
  private Resampler() {}

  /** The same sound at another rate; its length in time stays the same to within one sample. */
  public static Pcm resample(Pcm sound, int rate) {
    throw new UnsupportedOperationException(sound + " " + rate);
  }
}
