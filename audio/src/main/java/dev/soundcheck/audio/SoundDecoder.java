package dev.soundcheck.audio;

/** Turns the bytes of one stream into sound. Keeps a sample that was cut between two messages. */
public interface SoundDecoder {
  /**
   * The whole samples known so far and not yet returned, at the format's own rate.
   *
   * @throws AudioException when these bytes cannot be sound of the format; it goes on after them
   */
  Pcm decode(byte[] bytes);

  /** How many bytes wait for the rest of their sample. */
  default int held() {
    return 0;
  }
}
