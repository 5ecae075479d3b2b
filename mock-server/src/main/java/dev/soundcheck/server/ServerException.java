package dev.soundcheck.server;

/**
 * A server that cannot be started, or was asked for something it cannot give; the message says what
 * to do.
 */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message says what is wrong and what to do about it. */
  public ServerException(String message) {
    super(message);
  }

  /** The same with what was thrown below it. */
  public ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
