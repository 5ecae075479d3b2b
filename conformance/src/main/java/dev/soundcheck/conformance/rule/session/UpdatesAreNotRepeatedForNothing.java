package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;

/**
 * An update that was taken is not sent again word for word. One without an answer may be: it was
 * seen to get lost (live-behaviour.md 1.3, AVA).
 */
final class UpdatesAreNotRepeatedForNothing implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that sends two updates");
  }

  private static void judge(Connection connection, Tally tally) {
    List<Event> updates = connection.events(EventType.SESSION_UPDATE).toList();
    for (int i = 1; i < updates.size(); i++) {
      Event before = updates.get(i - 1);
      Event update = updates.get(i);
      boolean same = update.json().path("session").equals(before.json().path("session"));
      tally.expect(
          !same || !taken(before, update, connection),
          update,
          "something else than in the update before, which was taken",
          "the same");
    }
  }

  private static boolean taken(Event before, Event update, Connection connection) {
    return connection
        .answerTo(before)
        .filter(answer -> answer.is(EventType.SESSION_UPDATED))
        .filter(answer -> answer.index() < update.index())
        .isPresent();
  }
}
