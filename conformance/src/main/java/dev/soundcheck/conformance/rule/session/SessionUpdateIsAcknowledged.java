package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;

/**
 * Each {@code session.update} is answered once: by {@code session.updated}, or by an {@code error}
 * when it is refused. One that was sent shortly before the end may be without.
 */
final class SessionUpdateIsAcknowledged implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that sends session.update");
  }

  private static void judge(Connection connection, Tally tally) {
    List<Event> updates = connection.events(EventType.SESSION_UPDATE).toList();
    for (Event update : updates) {
      boolean late = update.at().plus(Evidence.CROSSING).compareTo(connection.end()) > 0;
      if (connection.answerTo(update).isPresent() || !late) {
        tally.expect(
            connection.answerTo(update).isPresent(),
            update,
            "one session.updated or an error as its answer",
            "none");
      }
    }
    connection
        .events(EventType.SESSION_UPDATED)
        .filter(answer -> updates.stream().noneMatch(update -> answers(connection, update, answer)))
        .forEach(
            answer ->
                tally.expect(false, answer, "one session.updated for each update", "one more"));
  }

  private static boolean answers(Connection connection, Event update, Event answer) {
    return connection.answerTo(update).filter(answer::equals).isPresent();
  }
}
