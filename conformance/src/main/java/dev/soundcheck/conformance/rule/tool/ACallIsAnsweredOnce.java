package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;

/**
 * A client returns one result for a call. A second is taken for news and answered again
 * (live-behaviour.md 2.4). After an error it may try again, and a server that makes a call twice
 * may get two.
 */
final class ACallIsAnsweredOnce implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Calling.all(connection).forEach(call -> judge(call, connection, tally));
    }
    return tally.verdict("a client that returns results of tools");
  }

  private static void judge(Calling call, Connection connection, Tally tally) {
    List<Event> outputs = call.outputsOf(connection).toList();
    long made =
        connection
            .events(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE)
            .filter(event -> event.text("/call_id").equals(call.id()))
            .count();
    for (int i = 0; i < outputs.size(); i++) {
      boolean again = i >= made && !refused(outputs.get(i - 1), outputs.get(i), connection);
      tally.expect(!again, outputs.get(i), "one function_call_output for " + call.id(), "one more");
    }
  }

  private static boolean refused(Event before, Event output, Connection connection) {
    return connection.events().subList(before.index(), output.index()).stream()
        .anyMatch(event -> event.is(EventType.ERROR));
  }
}
