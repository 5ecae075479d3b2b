package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import tools.jackson.databind.JsonNode;

/**
 * An update that is answered with an error changes nothing, also in what is right about it
 * (events.yaml, session rule; live-behaviour.md 5.2): what {@code session.updated} shows later is
 * what was in force before.
 */
final class ARefusedUpdateChangesNothing implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.SESSION_UPDATE)
          .forEach(
              update ->
                  connection
                      .answerTo(update)
                      .filter(answer -> answer.is(EventType.ERROR))
                      .ifPresent(error -> judge(connection, update, error, evidence, tally)));
    }
    return tally.verdict("a client that sends an update after one that was refused");
  }

  private static void judge(
      Connection connection, Event refused, Event error, Evidence evidence, Tally tally) {
    connection
        .next(error, EventType.SESSION_UPDATED)
        .ifPresent(
            updated -> {
              for (String place : Shown.PLACES) {
                judge(connection, refused, updated, place, evidence, tally);
              }
            });
  }

  private static void judge(
      Connection connection,
      Event refused,
      Event updated,
      String place,
      Evidence evidence,
      Tally tally) {
    JsonNode wrong = refused.json().path("session").at(place);
    JsonNode agreed = connection.agreed(updated).session().at(place);
    JsonNode shown = updated.json().path("session").at(place);
    boolean took =
        !wrong.isMissingNode()
            && !wrong.isNull()
            && Shown.fits(place, wrong, shown, evidence.profile())
            && !Shown.same(wrong, agreed)
            && !Shown.same(shown, before(connection, refused).at(place));
    tally.expect(
        !took, updated, place + " as before the update that was refused", shown.toString());
  }

  /** The session as it was shown last. */
  private static JsonNode before(Connection connection, Event refused) {
    return connection.before(refused).stream()
        .filter(event -> event.is(EventType.SESSION_CREATED, EventType.SESSION_UPDATED))
        .reduce((one, later) -> later)
        .map(Event::json)
        .orElseGet(refused::json)
        .path("session");
  }
}
