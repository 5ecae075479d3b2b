package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Errors;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;

/**
 * An error says what is wrong: {@code error.type} and {@code error.message}, and where it names an
 * event it is one that the client sent (events.yaml server_events.error). At the launch errors were
 * flat, with a code instead of a type (live-behaviour.md 5.1).
 */
final class ErrorsSayWhatIsWrong implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    boolean flat = evidence.profile() == Profile.LAUNCH;
    for (Connection connection : evidence.connections()) {
      connection.events(EventType.ERROR).forEach(error -> judge(connection, error, flat, tally));
    }
    return tally.verdict("an error");
  }

  private static void judge(Connection connection, Event error, boolean flat, Tally tally) {
    boolean nested = error.json().path("error").isObject();
    tally.expect(nested || flat, error, "an object \"error\"", "none");
    String kind = error.text(nested ? "/error/type" : "/code");
    tally.expect(
        !kind.isBlank(),
        error,
        nested ? "a type in \"error\"" : "a code",
        "\"%s\"".formatted(kind));
    tally.expect(!Errors.message(error).isBlank(), error, "a message", "none");
    String named = error.text("/error/event_id");
    if (!named.isEmpty()) {
      tally.expect(
          connection.before(error).stream().anyMatch(event -> isOfClient(event, named)),
          error,
          "the event_id of an event that the client sent before",
          named);
    }
  }

  private static boolean isOfClient(Event event, String id) {
    return event.from() == Origin.CLIENT && event.text("/event_id").equals(id);
  }
}
