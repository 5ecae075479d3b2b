package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client that says which answer it cancels names one that was announced; another id cancels
 * nothing (live-behaviour.md 2.7; docs/decisions/session-choices.md).
 */
final class CancelNamesAResponse implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.RESPONSE_CANCEL)
          .filter(cancel -> cancel.json().has("response_id"))
          .forEach(cancel -> judge(cancel, connection, tally));
    }
    return tally.verdict("a client that says which answer it cancels");
  }

  private static void judge(Event cancel, Connection connection, Tally tally) {
    String named = cancel.text("/response_id");
    tally.expect(
        connection.before(cancel).stream()
            .anyMatch(
                event -> event.is(EventType.RESPONSE_CREATED) && event.responseId().equals(named)),
        cancel,
        "the id of a response that was created",
        "\"%s\"".formatted(named));
  }
}
