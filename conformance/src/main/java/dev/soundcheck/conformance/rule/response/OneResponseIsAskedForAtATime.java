package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.Optional;

/**
 * A client asks for no answer while one is under way, nor twice for the same: the second is refused
 * (live-behaviour.md 2.8, decisions.md "response.create"; field.md "Bugs", first row). One that it
 * has just cancelled is over.
 */
final class OneResponseIsAskedForAtATime implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      List<Event> asked = connection.events(EventType.RESPONSE_CREATE).toList();
      for (int i = 0; i < asked.size(); i++) {
        Optional<Event> before = i == 0 ? Optional.empty() : Optional.of(asked.get(i - 1));
        judge(before, asked.get(i), connection, tally);
      }
    }
    return tally.verdict("a client that asks for answers");
  }

  private static void judge(
      Optional<Event> before, Event create, Connection connection, Tally tally) {
    Optional<Response> active =
        connection.responses().stream()
            .filter(response -> response.underWay(create))
            .filter(response -> !cancelled(response, create, connection))
            .findFirst();
    tally.expect(
        active.isEmpty(),
        create,
        "no response.create while an answer is under way",
        active.map(response -> "response " + response.id() + " under way").orElse(""));
    tally.expect(
        before.filter(first -> isOpen(first, create, connection)).isEmpty(),
        create,
        "one response.create for an answer",
        "a second one, before the first was taken up");
  }

  private static boolean cancelled(Response response, Event create, Connection connection) {
    return connection.before(create).stream()
        .filter(event -> event.is(EventType.RESPONSE_CANCEL))
        .anyMatch(response::spans);
  }

  /** Whether nothing has come of it yet; what nothing came of for long was passed over. */
  private static boolean isOpen(Event first, Event create, Connection connection) {
    return first.at().plus(Evidence.CROSSING).compareTo(create.at()) > 0
        && connection.events().subList(first.index() + 1, create.index()).stream()
            .noneMatch(event -> event.is(EventType.RESPONSE_CREATED, EventType.ERROR))
        && connection.after(create).stream()
            .anyMatch(event -> event.is(EventType.RESPONSE_CREATED));
  }
}
