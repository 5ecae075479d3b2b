package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;

/**
 * A conversation that is resumed keeps its id (live-behaviour.md 2.12), for 30 minutes after its
 * last connection.
 */
final class AResumedConversationKeepsItsId implements ServerRule {
  private static final Duration KEPT = Duration.ofMinutes(30);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Resumed pair : Resumed.all(evidence)) {
      Resumed.first(pair.after(), EventType.CONVERSATION_CREATED)
          .filter(created -> created.at().minus(pair.before().end()).compareTo(KEPT) <= 0)
          .ifPresent(
              created ->
                  tally.expect(
                      pair.sameConversation(),
                      created,
                      "the conversation " + Resumed.conversation(pair.before()),
                      created.text("/conversation/id")));
    }
    return tally.verdict("two connections after each other, both with resumption enabled");
  }
}
