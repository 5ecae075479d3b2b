package dev.soundcheck.audio;

/** Sound that cannot be read: the message says where, what was expected and what was found. */
public final class AudioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AudioException(String message) {
    super(message);
  }
}
