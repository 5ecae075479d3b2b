package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client cancels an answer that is under way, or asked for; otherwise it gets an error, which has
 * ended clients (live-behaviour.md 2.7 and 8.2). One that ended a moment ago may be meant.
 */
final class OnlyRunningAnswersAreCancelled implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.RESPONSE_CANCEL)
          .forEach(cancel -> judge(cancel, connection, tally));
    }
    return tally.verdict("a client that cancels an answer");
  }

  private static void judge(Event cancel, Connection connection, Tally tally) {
    boolean running =
        connection.responses().stream().anyMatch(response -> maybeRunning(response, cancel));
    tally.expect(
        running || isComing(cancel, connection),
        cancel,
        "an answer under way, or one that was asked for",
        "none");
  }

  private static boolean maybeRunning(Response response, Event cancel) {
    boolean begun = response.created().filter(begin -> begin.index() < cancel.index()).isPresent();
    boolean over =
        response
            .done()
            .filter(end -> end.at().plus(Evidence.CROSSING).compareTo(cancel.at()) < 0)
            .isPresent();
    return begun && !over;
  }

  /** Whether an answer has been asked for since the last began. */
  private static boolean isComing(Event cancel, Connection connection) {
    return connection.before(cancel).stream()
        .filter(event -> event.is(EventType.RESPONSE_CREATED) || brings(event))
        .reduce((earlier, later) -> later)
        .filter(last -> !last.is(EventType.RESPONSE_CREATED))
        .isPresent();
  }

  /** Whether an answer comes of it: it is asked for, the user has spoken, or words are forced. */
  private static boolean brings(Event event) {
    return event.is(
            EventType.RESPONSE_CREATE,
            EventType.INPUT_AUDIO_BUFFER_COMMIT,
            EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED)
        || event.text("/item/type").equals("force_message");
  }
}
