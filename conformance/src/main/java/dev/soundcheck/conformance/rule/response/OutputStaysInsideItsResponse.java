package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * What names a response comes after its {@code response.created} (live-behaviour.md 2.2). Only a
 * session that is refused fails without having begun (5.3).
 */
final class OutputStaysInsideItsResponse implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.responses().forEach(response -> judge(response, tally));
    return tally.verdict("a server that answers");
  }

  private static void judge(Response response, Tally tally) {
    Event first = response.events().get(0);
    if (!first.is(EventType.RESPONSE_CREATED) && failed(first)) {
      return;
    }
    tally.expect(
        first.is(EventType.RESPONSE_CREATED),
        first,
        "response.created of %s before".formatted(response.id()),
        response.created().isPresent() ? "it behind" : "none");
  }

  private static boolean failed(Event event) {
    return event.is(EventType.RESPONSE_DONE) && event.text("/response/status").equals("failed");
  }
}
