package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.Origin;
import java.util.HashMap;
import java.util.Map;

/** No two events of a server have the same {@code event_id} (live-behaviour.md 1.1). */
final class EventIdsAreUnique implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    Map<String, Event> first = new HashMap<>();
    for (Connection connection : evidence.connections()) {
      connection
          .from(Origin.SERVER)
          .filter(event -> !event.text("/event_id").isEmpty())
          .forEach(event -> judge(first, event, tally));
    }
    return tally.verdict("a server that says two things");
  }

  private static void judge(Map<String, Event> first, Event event, Tally tally) {
    String id = event.text("/event_id");
    Event other = first.putIfAbsent(id, event);
    if (other != null) {
      tally.expect(
          false, event, "an event_id of its own", "%s, as in line %d".formatted(id, other.line()));
    } else if (first.size() > 1) {
      tally.tested();
    }
  }
}
