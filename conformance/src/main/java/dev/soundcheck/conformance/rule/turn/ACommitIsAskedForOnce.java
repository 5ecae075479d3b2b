package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.Optional;

/**
 * A commit asks for the answer by itself. A {@code response.create} with it is answered before the
 * speech joins, or not at all (live-behaviour.md 2.4 and 8.1); the documents ask for one.
 */
final class ACommitIsAskedForOnce implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.DOCUMENTED) {
      return Verdict.notApplicable("as documented, a commit needs a response.create");
    }
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_COMMIT)
          .filter(commit -> ManualTurns.isTurn(connection, commit))
          .forEach(commit -> tally.tested());
      connection
          .events(EventType.RESPONSE_CREATE)
          .forEach(create -> judge(create, connection, tally));
    }
    return tally.verdict("a client that commits sound in a turn of its own");
  }

  private static void judge(Event create, Connection connection, Tally tally) {
    Optional<Event> commit =
        ManualTurns.shortlyBefore(connection, create, EventType.INPUT_AUDIO_BUFFER_COMMIT)
            .filter(event -> ManualTurns.isTurn(connection, event));
    if (commit.isPresent()) {
      tally.expect(
          ManualTurns.between(
              connection,
              commit.get(),
              create,
              EventType.RESPONSE_CREATED,
              EventType.CONVERSATION_ITEM_CREATE),
          create,
          "no response.create for what a commit has asked for already",
          "one");
    }
  }
}
