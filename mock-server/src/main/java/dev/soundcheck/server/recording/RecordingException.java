package dev.soundcheck.server.recording;

/** A trace that cannot be played; the message says what is missing and what to do. */
public final class RecordingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordingException(String message) {
    super(message);
  }
}
