package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Settings;
import dev.soundcheck.conformance.rule.Settings.Direction;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client changes the format and the transport of what it hears between two answers: a change
 * during one applies to the next, and a client that takes it for done plays noise (events.yaml
 * session.audio, {@code transport}).
 */
final class SoundIsChangedBetweenAnswers implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.SESSION_UPDATE)
          .filter(update -> !update.json().at("/session/audio/output").isMissingNode())
          .forEach(update -> judge(update, connection, tally));
    }
    return tally.verdict("a client that says how it wants to hear");
  }

  private static void judge(Event update, Connection connection, Tally tally) {
    boolean amid = connection.responses().stream().anyMatch(response -> response.underWay(update));
    String before =
        connection.before(update).stream()
            .reduce((earlier, later) -> later)
            .map(event -> words(connection.asked(event)))
            .orElse("");
    tally.expect(
        !amid || words(connection.asked(update)).equals(before),
        update,
        "the change between two answers",
        "one during an answer");
  }

  private static String words(Settings settings) {
    return "%s %d %b"
        .formatted(
            settings.encoding(Direction.OUTPUT),
            settings.rate(Direction.OUTPUT),
            settings.binary(Direction.OUTPUT));
  }
}
