package dev.soundcheck.audio;

/** Sound that cannot be read: the message says where, what was expected and what was found. */
public final class AudioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message says what was expected, what was found and what to do. */
  public AudioException(String message) {
    super(message);
  }
}
