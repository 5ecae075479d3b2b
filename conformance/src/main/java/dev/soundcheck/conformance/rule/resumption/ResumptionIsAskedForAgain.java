package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Optional;

/**
 * A client that comes back to a conversation asks for {@code resumption} there, too: on both
 * connections, or what was said is not known (events.yaml query.conversation_id, live-behaviour.md
 * 2.12).
 */
final class ResumptionIsAskedForAgain implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    Continuation.all(evidence)
        .filter(one -> one.earlier().stream().anyMatch(Continuation::isKept))
        .forEach(one -> judge(one, tally));
    return tally.verdict("a client that comes back to a conversation that it had asked to keep");
  }

  private static void judge(Continuation one, Tally tally) {
    Optional<Event> update = one.connection().events(EventType.SESSION_UPDATE).findFirst();
    update.ifPresent(
        first ->
            tally.expect(
                Continuation.isKept(one.connection()),
                first,
                "resumption.enabled true, as on the connection before",
                "no resumption"));
  }
}
