package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/** Nothing that names a response comes after its {@code response.done} (live-behaviour.md 2.2). */
final class NothingComesAfterResponseDone implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Response response : evidence.responses().toList()) {
      response.done().ifPresent(done -> judge(response, done, tally));
    }
    return tally.verdict("an answer that comes to its end");
  }

  /** One place is enough, lest a whole answer be told. */
  private static void judge(Response response, Event done, Tally tally) {
    tally.tested();
    response.events().stream()
        .filter(event -> event.index() > done.index() && !event.is(EventType.RESPONSE_DONE))
        .findFirst()
        .ifPresent(
            late ->
                tally.expect(
                    false,
                    late,
                    "nothing more of the response %s".formatted(response.id()),
                    "this after its response.done"));
  }
}
