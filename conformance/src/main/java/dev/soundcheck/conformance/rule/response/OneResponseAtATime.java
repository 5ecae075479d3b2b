package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A response begins when the one before it is over (live-behaviour.md 2.8). One that vanished is
 * over with the last that came of it.
 */
final class OneResponseAtATime implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      List<Response> begun =
          connection.responses().stream().filter(it -> it.created().isPresent()).toList();
      for (int i = 1; i < begun.size(); i++) {
        judge(begun.subList(0, i), begun.get(i).created().orElseThrow(), tally);
      }
    }
    return tally.verdict("two answers on one connection");
  }

  private static void judge(List<Response> before, Event created, Tally tally) {
    Optional<Response> open =
        before.stream().filter(response -> last(response).index() > created.index()).findFirst();
    tally.expect(
        open.isEmpty(),
        created,
        "the response before to be over",
        open.map(response -> response.id() + " going on").orElse(""));
  }

  private static Event last(Response response) {
    return response.done().orElseGet(() -> response.events().get(response.events().size() - 1));
  }
}
