package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Settings;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A response calls only tools that the client offered when it began, or offers by now (events.yaml
 * session.tools). Where the client never said which tools there are, nobody can tell.
 */
final class CallsAreOfToolsThatWereOffered implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection.responses().forEach(response -> judge(connection, response, tally));
    }
    return tally.verdict("a response that calls a tool, and a client that offered tools");
  }

  private static void judge(Connection connection, Response response, Tally tally) {
    for (Event event : response.events()) {
      boolean told = connection.asked(event).session().has("tools");
      if (event.is(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE) && told) {
        Set<String> offered = new TreeSet<>(names(connection.asked(event)));
        Event begin = response.events().get(0);
        offered.addAll(names(connection.asked(begin)));
        offered.addAll(names(connection.agreed(begin)));
        tally.expect(
            offered.contains(event.text("/name")),
            event,
            "one of the tools that were offered: " + offered,
            event.text("/name"));
      }
    }
  }

  /** A function is flat, or nested (events.yaml session.tools). */
  private static Set<String> names(Settings settings) {
    Set<String> names = new HashSet<>();
    for (JsonNode tool : settings.session().path("tools")) {
      names.add(tool.path("name").asString(tool.at("/function/name").asString("")));
    }
    return names;
  }
}
