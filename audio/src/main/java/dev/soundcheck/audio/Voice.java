package dev.soundcheck.audio;

import java.util.Optional;

/** Makes speech of words. Safe for use by many threads; the same words give the same samples. */
public interface Voice {
  /** Samples a second of what {@link #speak} returns. */
  int rate();

  /**
   * The words as speech; what a voice makes itself has no silence longer than 50 ms at either end.
   * Blank words give no samples.
   */
  Pcm speak(String words);

  /**
   * The voice of this name, at the same rate; a voice that knows no names answers with itself.
   *
   * @param name as the vendor lists it, or any other
   */
  default Voice as(String name) {
    return this;
  }

  /**
   * A recording of exactly these words, where this voice has one; {@link #speak} gives the same.
   * Empty for a voice that makes what it says.
   */
  default Optional<Pcm> recorded(String words) {
    return Optional.empty();
  }
}
