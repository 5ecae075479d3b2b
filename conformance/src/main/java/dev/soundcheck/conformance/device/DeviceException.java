package dev.soundcheck.conformance.device;

/** A sound device is not there or cannot be used; the message says what to do. */
public final class DeviceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeviceException(String message) {
    super(message);
  }

  DeviceException(String message, Throwable cause) {
    super(message, cause);
  }
}
