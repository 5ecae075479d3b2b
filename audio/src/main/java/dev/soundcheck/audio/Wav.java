package dev.soundcheck.audio;

import java.io.IOException;
import java.nio.file.Path;

/** WAV files: 8, 16 and 24-bit integers and 32-bit floats, A-law and mu-law, any rate, mixed to mono. */
public final class Wav {
  private Wav() {}

  /**
   * Reads a file at its own rate.
   *
   * @throws AudioException when it is no WAV this reads: which file, what was expected, what found
   */
  public static Pcm read(Path file) throws IOException {
    throw new UnsupportedOperationException(file.toString());
  }

  /** Writes 16-bit mono. */
  public static void write(Path file, Pcm sound) throws IOException {
    throw new UnsupportedOperationException(file + " " + sound);
  }
}
