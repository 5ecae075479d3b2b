package dev.soundcheck.conformance.rule.greeting;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import java.util.Optional;

/**
 * {@code conversation.created} comes right behind {@code session.created} (live-behaviour.md 2.1,
 * clients.md 10.2): some clients say nothing before it. What a client sends before it is greeted
 * may be answered in between.
 */
final class TheConversationIsAnnounced implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.LAUNCH) {
      return Verdict.notApplicable("at launch it is the greeting itself");
    }
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.SESSION_CREATED)
          .findFirst()
          .ifPresent(greeting -> judge(connection, greeting, tally));
    }
    return tally.verdict("a server that greets with session.created");
  }

  private static void judge(Connection connection, Event greeting, Tally tally) {
    String expected = "conversation.created right behind session.created";
    Optional<Event> next =
        connection.after(greeting).stream()
            .filter(event -> event.from() == Origin.SERVER && mustNotComeBefore(event))
            .findFirst();
    if (next.isPresent()) {
      boolean announced = next.get().is(EventType.CONVERSATION_CREATED);
      tally.expect(announced, next.get(), expected, "this");
    } else if (connection.wentOnAfter(greeting)) {
      tally.expect(false, greeting, expected, "none");
    }
  }

  /** What nobody knows is told as such elsewhere. */
  private static boolean mustNotComeBefore(Event event) {
    return event.type().isPresent() && !event.is(EventType.SESSION_UPDATED, EventType.ERROR);
  }
}
