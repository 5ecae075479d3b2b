package dev.soundcheck.conformance.tool;

import java.time.Duration;
import java.util.Locale;

/**
 * How a program ended.
 *
 * @param status its exit status; 0 when nobody could end it
 * @param took from its start
 */
public record End(How how, int status, Duration took) {
  /** Whose doing it was. */
  public enum How {
    BY_ITSELF,
    WHEN_ASKED,
    KILLED,
    NOT_AT_ALL
  }

  /** Of those that end by a signal the shell's number is told: 128 and the signal's. */
  private static final int SIGNAL = 128;

  /** It ended by itself, and says that all was well. */
  public boolean isFine() {
    return how == How.BY_ITSELF && status == 0;
  }

  /** As a part of a sentence that begins with the program. */
  public String words() {
    return String.format(Locale.ROOT, "%s after %.1f s", did(), took.toMillis() / 1000.0);
  }

  private String did() {
    return switch (how) {
      case BY_ITSELF -> "ended with exit status %d%s".formatted(status, signal());
      case WHEN_ASKED -> "was stopped";
      case KILLED -> "had to be killed";
      case NOT_AT_ALL -> "could not be ended";
    };
  }

  private String signal() {
    return status > SIGNAL ? " (signal %d)".formatted(status - SIGNAL) : "";
  }
}
