package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Event;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Errors that are about nothing that the client sent: about the account (clients.md 5.1), the
 * server's own failures, and the end of its time (live-behaviour.md 5.1).
 */
final class Circumstances {
  private static final Set<String> KINDS =
      Set.of(
          "insufficient_quota",
          "invalid_api_key",
          "account_deactivated",
          "billing_hard_limit_reached",
          "rate_limit_exceeded",
          "internal_error",
          "timeout",
          "max_duration");

  private Circumstances() {}

  /** Whether it is one of these, nested or flat. */
  static boolean of(Event error) {
    return Stream.of("/error/type", "/error/code", "/code")
        .map(error::text)
        .anyMatch(KINDS::contains);
  }
}
