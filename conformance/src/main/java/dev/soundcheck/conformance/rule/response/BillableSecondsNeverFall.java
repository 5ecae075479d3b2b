package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code billable_audio_seconds} is the total of the conversation so far, on all its connections
 * (live-behaviour.md 1.7).
 */
final class BillableSecondsNeverFall implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.DOCUMENTED) {
      return Verdict.notApplicable("billable_audio_seconds is not documented");
    }
    Tally tally = new Tally();
    Map<String, Long> billed = new HashMap<>();
    for (Connection connection : evidence.connections()) {
      String conversation = conversation(connection);
      connection
          .events(EventType.RESPONSE_DONE)
          .forEach(
              done ->
                  Usage.of(done).forEach(usage -> judge(done, usage, conversation, billed, tally)));
    }
    return tally.verdict("two answers in one conversation whose seconds are billed");
  }

  private static String conversation(Connection connection) {
    return connection
        .events(EventType.CONVERSATION_CREATED)
        .findFirst()
        .map(event -> event.text("/conversation/id"))
        .orElse("of connection %d".formatted(connection.number()));
  }

  private static void judge(
      Event done, JsonNode usage, String conversation, Map<String, Long> billed, Tally tally) {
    JsonNode seconds = usage.path("billable_audio_seconds");
    if (!seconds.isIntegralNumber() || !seconds.canConvertToLong()) {
      return;
    }
    Long before = billed.put(conversation, seconds.longValue());
    if (before != null) {
      tally.expect(
          seconds.longValue() >= before,
          done,
          "%d s or more".formatted(before),
          seconds.toString());
    }
  }
}
