package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client commits when it has sent sound. A commit of nothing is passed over without a word, and
 * whoever waits for its answer waits for ever (live-behaviour.md 2.4, clients.md A/10).
 */
final class NoEmptyCommit implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_COMMIT)
          .filter(commit -> !connection.asked(commit).serverVad())
          .forEach(commit -> judge(commit, connection, tally));
    }
    return tally.verdict("a client that ends its turns itself");
  }

  private static void judge(Event commit, Connection connection, Tally tally) {
    tally.expect(
        ManualTurns.isFilled(connection, commit),
        commit,
        "sound since the commit or clear before",
        "none");
  }
}
