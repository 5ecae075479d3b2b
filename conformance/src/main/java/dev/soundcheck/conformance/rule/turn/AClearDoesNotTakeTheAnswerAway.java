package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;

/**
 * A client does not clear its buffer while a commit waits for its answer: the commit has emptied
 * it, and the answer does not come any more (live-behaviour.md 2.4).
 */
final class AClearDoesNotTakeTheAnswerAway implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.DOCUMENTED) {
      return Verdict.notApplicable("as documented, a commit brings no answer");
    }
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_COMMIT)
          .filter(commit -> ManualTurns.isFilled(connection, commit))
          .forEach(commit -> tally.tested());
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_CLEAR)
          .forEach(clear -> judge(clear, connection, tally));
    }
    return tally.verdict("a client that commits sound");
  }

  private static void judge(Event clear, Connection connection, Tally tally) {
    ManualTurns.shortlyBefore(connection, clear, EventType.INPUT_AUDIO_BUFFER_COMMIT)
        .filter(commit -> ManualTurns.isFilled(connection, commit))
        .ifPresent(
            commit ->
                tally.expect(
                    ManualTurns.between(connection, commit, clear, EventType.RESPONSE_CREATED),
                    clear,
                    "response.created before it",
                    "none since the commit"));
  }
}
