package dev.soundcheck.conformance.rule.keepalive;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.Optional;

/**
 * The first {@code ping} comes directly behind {@code conversation.created} (live-behaviour.md 3).
 * What a client sends before it is greeted may be answered in between.
 */
final class APingComesWithTheGreeting implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (!evidence.profile().has(EventType.PING)) {
      return Verdict.notApplicable("the profile has no ping");
    }
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.CONVERSATION_CREATED)
          .findFirst()
          .ifPresent(greeting -> judge(connection, greeting, tally));
    }
    return tally.verdict("a server that announces the conversation");
  }

  private static void judge(Connection connection, Event greeting, Tally tally) {
    String expected = "ping right behind conversation.created";
    Optional<Event> next =
        connection.after(greeting).stream()
            .filter(event -> event.from() == Origin.SERVER && mustNotComeBefore(event))
            .findFirst();
    if (next.isPresent()) {
      tally.expect(next.get().is(EventType.PING), next.get(), expected, "this");
    } else if (connection.wentOnAfter(greeting)) {
      tally.expect(false, greeting, expected, "none");
    }
  }

  /** What nobody knows is told as such elsewhere. */
  private static boolean mustNotComeBefore(Event event) {
    return event.type().isPresent() && !event.is(EventType.SESSION_UPDATED, EventType.ERROR);
  }
}
