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

/**
 * The first thing that a server says is {@code session.created}, at launch {@code
 * conversation.created} (live-behaviour.md 0.1, 2.1); a refused session begins with a failed
 * response (5.3).
 */
final class TheGreetingComesFirst implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    EventType greeting =
        evidence.profile() == Profile.LAUNCH
            ? EventType.CONVERSATION_CREATED
            : EventType.SESSION_CREATED;
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .from(Origin.SERVER)
          .findFirst()
          .ifPresent(
              first ->
                  tally.expect(
                      first.is(greeting) || refuses(first),
                      first,
                      greeting.wire() + " as the first event, or a failed response.done",
                      "this"));
    }
    return tally.verdict("a server that says something");
  }

  private static boolean refuses(Event first) {
    return first.is(EventType.RESPONSE_DONE) && first.text("/response/status").equals("failed");
  }
}
