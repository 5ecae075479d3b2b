package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client names its model in the address; an update does not change it, and nothing says so
 * (live-behaviour.md 5.2). An alias is resolved, so that only another full name is told apart.
 */
final class TheModelIsNamedInTheAddress implements ClientRule {
  private static final String ALIAS = "grok-voice-latest";

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.SESSION_UPDATE)
          .filter(update -> !update.text("/session/model").isEmpty())
          .forEach(update -> judge(update, connection, tally));
    }
    return tally.verdict(
        "a client that names a model in session.update, and a server that has one");
  }

  private static void judge(Event update, Connection connection, Tally tally) {
    String wanted = update.text("/session/model");
    connection
        .events(EventType.SESSION_UPDATED, EventType.SESSION_CREATED)
        .map(event -> event.text("/session/model"))
        .filter(model -> !model.isEmpty())
        .findFirst()
        .ifPresent(
            model ->
                tally.expect(
                    wanted.equals(model) || wanted.equals(ALIAS),
                    update,
                    "the model of the address, here " + model,
                    wanted));
  }
}
