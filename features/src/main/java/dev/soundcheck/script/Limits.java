package dev.soundcheck.script;

import java.time.Duration;

/** How long a role waits for a line of the other one, where nobody says otherwise. */
final class Limits {
  /** A server is always at something. */
  private static final Duration FOR_SERVER = Duration.ofSeconds(20);

  /** A person may have to think. */
  private static final Duration FOR_CLIENT = Duration.ofMinutes(2);

  private Limits() {}

  static Duration of(Role waiting) {
    return waiting == Role.CLIENT ? FOR_SERVER : FOR_CLIENT;
  }
}
