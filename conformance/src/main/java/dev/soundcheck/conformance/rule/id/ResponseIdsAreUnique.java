package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.HashMap;
import java.util.Map;

/** No response has the id of one before it (live-behaviour.md 1.1). */
final class ResponseIdsAreUnique implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    Map<String, Event> first = new HashMap<>();
    evidence
        .events(EventType.RESPONSE_CREATED)
        .forEach(
            event -> {
              Event other = first.putIfAbsent(event.responseId(), event);
              tally.expect(
                  other == null,
                  event,
                  "an id that no response had before",
                  "%s, as in line %d"
                      .formatted(event.responseId(), other == null ? 0 : other.line()));
            });
    return tally.verdict("a server that answers");
  }
}
