package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;

/**
 * A client asks for an answer when there is something to be answered. When nothing is new since the
 * last one, {@code response.create} is dropped without a word, and who waits for it waits for ever
 * (live-behaviour.md 2.4).
 */
final class NoAnswerIsAskedForWithoutNews implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.DOCUMENTED) {
      return Verdict.notApplicable("as documented, every response.create is answered");
    }
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that asks for answers");
  }

  private static void judge(Connection connection, Tally tally) {
    News news = new News(connection);
    for (Event event : connection.events()) {
      if (event.is(EventType.RESPONSE_CREATE)) {
        boolean early = connection.responses().stream().anyMatch(one -> one.spans(event));
        tally.expect(
            early || news.any(),
            event,
            "text, speech or the result of a tool since the last answer",
            "nothing");
      }
      news.take(event);
    }
  }
}
