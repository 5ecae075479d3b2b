package dev.soundcheck.audio;

/** The embedded synthesizer. */
public final class SpokenVoice {
  private SpokenVoice() {}

  /** The embedded voice, its results kept by content. Cheap to call; the voice is made on first use. */
  public static Voice embedded() {
    throw new UnsupportedOperationException();
  }
}
