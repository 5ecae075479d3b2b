package dev.soundcheck.audio;

import java.io.Closeable;
import java.io.IOException;

/**
 * Sound that is taken piece by piece, so that it may be longer than memory: a file, a microphone.
 * One reader at a time; whoever opened it closes it.
 */
public interface SoundSource extends Closeable {
  /** Samples per second. */
  int rate();

  /**
   * The next samples, at most so many; none only when the sound is over.
   *
   * @throws IOException when the sound cannot be had any more
   */
  Pcm next(int most) throws IOException;

  /**
   * The same sound at another rate, resampled as it is taken: joined, the pieces are exactly what
   * {@link Resampler} makes of the whole. Closing it closes this one.
   *
   * @throws AudioException when the rate is not positive
   */
  default SoundSource at(int rate) {
    return rate == rate() ? this : new ResampledSource(this, rate);
  }
}
