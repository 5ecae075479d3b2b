package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import tools.jackson.databind.JsonNode;

/**
 * {@code session.updated} shows all that was sent so far, as it was sent: no defaults filled in,
 * functions nested, a turn detection that was switched off left out (live-behaviour.md 1.3,
 * decisions.md "session.updated"). Settings under the names of other services act, and where they
 * are shown nobody captured.
 */
final class SessionUpdatedShowsWhatWasSent implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.SESSION_UPDATE)
          .flatMap(update -> connection.answerTo(update).stream())
          .filter(answer -> answer.is(EventType.SESSION_UPDATED))
          .forEach(updated -> judge(connection, updated, evidence.profile(), tally));
    }
    return tally.verdict("a client that sends session.update, and a session.updated");
  }

  private static void judge(Connection connection, Event updated, Profile profile, Tally tally) {
    JsonNode sent = connection.agreed(updated).session();
    JsonNode shown = updated.json().path("session");
    for (String place : Shown.PLACES) {
      if (!sent.at(place).isMissingNode() && !isSentElsewhere(place, sent)) {
        tally.expect(
            Shown.fits(place, sent.at(place), shown.at(place), profile),
            updated,
            expected(place, sent.at(place)),
            words(shown.at(place)));
      }
    }
  }

  private static boolean isSentElsewhere(String place, JsonNode sent) {
    return switch (place) {
      case "/turn_detection" -> sent.at("/audio/input").has("turn_detection");
      case "/audio/input/transcription" -> sent.has("input_audio_transcription");
      default -> false;
    };
  }

  private static String expected(String place, JsonNode sent) {
    return sent.isNull()
        ? "no %s, since null was sent".formatted(place)
        : "%s as sent, %s".formatted(place, sent);
  }

  private static String words(JsonNode value) {
    return value.isMissingNode() ? "none" : value.toString();
  }
}
