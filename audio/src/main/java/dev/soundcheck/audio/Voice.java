package dev.soundcheck.audio;

/** Makes speech of words. Safe for use by many threads; the same words give the same samples. */
public interface Voice {
  /** Samples a second of what {@link #speak} returns. */
  int rate();

  /**
   * The words as speech, without silence longer than 50 ms at either end. Blank words give no
   * samples.
   */
  Pcm speak(String words);
}
