package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.Origin;
import java.util.HashSet;
import java.util.Set;

/**
 * A client that names its events gives each a name of its own: an error says by it what was wrong
 * (events.yaml server_events.error, {@code event_id}).
 */
final class ClientEventIdsAreUnique implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that gives its events ids");
  }

  private static void judge(Connection connection, Tally tally) {
    Set<String> seen = new HashSet<>();
    connection
        .from(Origin.CLIENT)
        .filter(event -> !event.text("/event_id").isEmpty())
        .forEach(event -> judge(event, seen, tally));
  }

  private static void judge(Event event, Set<String> seen, Tally tally) {
    String id = event.text("/event_id");
    tally.expect(seen.add(id), event, "an event_id of its own", id + ", which one before it has");
  }
}
