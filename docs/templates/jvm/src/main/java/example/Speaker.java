package example;

/** Where the assistant is heard. */
public interface Speaker {
  /** Plays this after what was given before: 16 bits, little-endian, mono, at {@link Call#RATE}. */
  void play(byte[] sound);

  /** Forgets what was not played yet. */
  void stop();
}
