package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Errors;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.List;

/**
 * A {@code response.create} while a response is under way is refused by an error (decisions.md
 * "response.create"); without server VAD it may be merged or dropped (live-behaviour.md 2.4, 2.8).
 * It never begins a second one beside the first. Where the first ends while the two cross, or has
 * no end, nobody can tell.
 */
final class ASecondResponseIsRefused implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.RESPONSE_CREATE)
          .forEach(
              create ->
                  connection
                      .active(create)
                      .filter(response -> outlives(response, create))
                      .ifPresent(response -> judge(connection, response, create, tally)));
    }
    return tally.verdict("a client that asks for an answer while there is one");
  }

  private static boolean outlives(Response response, Event create) {
    Duration crossed = create.at().plus(Evidence.CROSSING);
    return response.done().filter(done -> done.at().compareTo(crossed) > 0).isPresent();
  }

  private static void judge(Connection connection, Response first, Event create, Tally tally) {
    List<Event> meanwhile = connection.after(create).stream().takeWhile(first::spans).toList();
    meanwhile.stream()
        .filter(event -> event.is(EventType.RESPONSE_CREATED))
        .forEach(
            event -> tally.expect(false, event, "none while there is a response", "a second one"));
    boolean answered = Errors.after(connection, create).isPresent();
    if (answered || !connection.agreed(create).serverVad()) {
      tally.tested();
    } else if (Patience.REPLY.isOver(connection, create)) {
      tally.expect(false, create, "an error, since there is a response", "none");
    }
  }
}
