package dev.soundcheck.audio;

/**
 * Changes the rate of sound, band-limited: alias products stay below -60 dB. What the lower of the
 * two rates can carry passes up to 0.84 of its half; from the half upwards nothing does.
 */
public final class Resampler {
  private Resampler() {}

  /**
   * The same sound at another rate, {@code round(length * rate / sound.rate())} samples long.
   *
   * @throws AudioException when a rate is not positive
   */
  public static Pcm resample(Pcm sound, int rate) {
    if (sound.rate() == rate) {
      return sound;
    }
    ResamplingStream stream = new ResamplingStream(sound.rate(), rate);
    return stream.next(sound).then(stream.end());
  }
}
