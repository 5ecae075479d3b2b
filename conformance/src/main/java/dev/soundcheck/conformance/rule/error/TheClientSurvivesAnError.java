package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Leaving;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A client goes on after an error about one of its events: the session stays open, and nothing else
 * has changed (live-behaviour.md 5.1 and 8.2). An error that ends the session, or that is about the
 * account, may end the client, too.
 */
final class TheClientSurvivesAnError implements ClientRule {
  private static final Set<String> FATAL =
      Set.of(
          "internal_error",
          "timeout",
          "max_duration",
          "rate_limit_exceeded",
          "insufficient_quota",
          "invalid_api_key",
          "account_deactivated",
          "billing_hard_limit_reached");

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.ERROR)
          .filter(TheClientSurvivesAnError::passes)
          .forEach(
              error ->
                  tally.expect(
                      !Leaving.over(error, connection),
                      error,
                      "a client that goes on",
                      "one that left at once"));
    }
    return tally.verdict("a server that refuses something");
  }

  /** Nested or flat, as at the launch (live-behaviour.md 5.1). */
  private static boolean passes(Event error) {
    return Stream.of("/error/type", "/error/code", "/code")
        .map(error::text)
        .noneMatch(FATAL::contains);
  }
}
