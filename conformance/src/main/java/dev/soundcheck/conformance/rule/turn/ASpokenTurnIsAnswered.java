package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Speech;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Under server VAD a committed turn with words is answered, without being asked; the response may
 * begin before the turn is over (live-behaviour.md 2.3). It may be dropped when the user goes on
 * talking. Only the documents let {@code create_response} switch it off (live-behaviour.md 8.1).
 */
final class ASpokenTurnIsAnswered implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      for (Speech speech : connection.speeches()) {
        speech
            .first(EventType.INPUT_AUDIO_BUFFER_COMMITTED)
            .filter(committed -> connection.agreed(committed).serverVad())
            .filter(committed -> answers(evidence.profile(), connection, committed))
            .filter(committed -> Excuses.areTurn(speech.words()))
            .ifPresent(committed -> judge(connection, speech, committed, tally));
      }
    }
    return tally.verdict("words that are spoken under server VAD");
  }

  private static boolean answers(Profile profile, Connection connection, Event committed) {
    JsonNode session = connection.agreed(committed).session();
    JsonNode above = session.at("/turn_detection/create_response");
    JsonNode below = session.at("/audio/input/turn_detection/create_response");
    return profile != Profile.DOCUMENTED || (above.asBoolean(true) && below.asBoolean(true));
  }

  private static void judge(Connection connection, Speech speech, Event committed, Tally tally) {
    Event begin = speech.events().get(0);
    Optional<Event> answer =
        connection.after(begin).stream()
            .filter(event -> event.is(EventType.RESPONSE_CREATED))
            .findFirst();
    if (answer.isPresent()) {
      tally.tested();
    } else if (Patience.RESPONSE.isOver(connection, committed)
        && !Excuses.any(connection, committed)) {
      tally.expect(false, committed, "response.created for this turn", "none");
    }
  }
}
