package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Optional;

/**
 * Under server VAD the server answers what the user said. A {@code response.create} for it races
 * the server's own, and one of the two is refused (field.md "Bugs", first row).
 */
final class TheServersOwnAnswerIsNotAskedFor implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED)
          .filter(end -> answersByItself(connection, end))
          .forEach(end -> tally.tested());
      connection
          .events(EventType.RESPONSE_CREATE)
          .filter(create -> answersByItself(connection, create))
          .forEach(create -> judge(create, connection, tally));
    }
    return tally.verdict("speech under server VAD");
  }

  private static boolean answersByItself(Connection connection, Event event) {
    return connection.asked(event).serverVad()
        && connection.asked(event).session().at("/turn_detection/create_response").asBoolean(true);
  }

  private static void judge(Event create, Connection connection, Tally tally) {
    Optional<Event> spoken =
        ManualTurns.shortlyBefore(
            connection,
            create,
            EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED,
            EventType.INPUT_AUDIO_BUFFER_COMMITTED);
    if (spoken.isPresent()) {
      boolean answered =
          ManualTurns.between(
              connection,
              spoken.get(),
              create,
              EventType.RESPONSE_CREATED,
              EventType.RESPONSE_DONE);
      tally.expect(
          answered || saidMore(create, connection),
          create,
          "the answer that the server gives by itself",
          "response.create after " + spoken.get().name());
    }
  }

  /** The client has typed or returned something, for which it may ask an answer. */
  private static boolean saidMore(Event create, Connection connection) {
    return connection.before(create).stream()
        .filter(event -> event.is(EventType.CONVERSATION_ITEM_CREATE))
        .anyMatch(item -> create.at().minus(item.at()).compareTo(Evidence.CROSSING) <= 0);
  }
}
