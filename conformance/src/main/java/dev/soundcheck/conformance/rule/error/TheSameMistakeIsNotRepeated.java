package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client that is refused something does not say the same again and again. Once may be a race; the
 * third refusal of the same words in a row teaches it nothing. Ours.
 */
final class TheSameMistakeIsNotRepeated implements ClientRule {
  private static final int TOO_OFTEN = 3;

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a server that refuses something that a client said");
  }

  private static void judge(Connection connection, Tally tally) {
    List<Event> said = connection.from(Origin.CLIENT).filter(event -> !event.isSound()).toList();
    int times = 0;
    for (int i = 0; i < said.size(); i++) {
      boolean same = i > 0 && words(said.get(i)).equals(words(said.get(i - 1)));
      times = same ? times : 0;
      if (refused(said, i, connection)) {
        times++;
        tally.expect(
            times < TOO_OFTEN,
            said.get(i),
            "something else than what was refused twice",
            "the same");
      } else {
        times = 0;
      }
    }
  }

  /** Whether an error came before the client said the next thing. */
  private static boolean refused(List<Event> said, int i, Connection connection) {
    int next = i + 1 < said.size() ? said.get(i + 1).index() : connection.events().size();
    return connection.events().subList(said.get(i).index(), next).stream()
        .anyMatch(event -> event.is(EventType.ERROR));
  }

  /** All but its own name, which is new each time. */
  private static JsonNode words(Event event) {
    return event.json() instanceof ObjectNode object
        ? object.deepCopy().without("event_id")
        : event.json();
  }
}
