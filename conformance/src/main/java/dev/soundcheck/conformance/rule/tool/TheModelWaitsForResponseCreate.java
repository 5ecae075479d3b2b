package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.List;

/**
 * After the output of a tool the model says nothing until the client asks by {@code
 * response.create}, or the user begins a turn (live-behaviour.md 2.5).
 */
final class TheModelWaitsForResponseCreate implements ServerRule {
  private static final EventType[] ASKS = {
    EventType.RESPONSE_CREATE,
    EventType.INPUT_AUDIO_BUFFER_COMMIT,
    EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED,
    EventType.INPUT_AUDIO_BUFFER_TIMEOUT_TRIGGERED,
    EventType.INPUT_AUDIO_BUFFER_DTMF_EVENT_RECEIVED
  };

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Calling.outputs(connection)
          .filter(output -> !owed(connection, output))
          .forEach(output -> judge(connection, output, tally));
    }
    return tally.verdict("a client that takes its time after the output of a tool");
  }

  /**
   * Whether an answer was still to come: nothing began since it was asked for, or nothing at all.
   * The end of the user's turn may come after the beginning of its answer (live-behaviour.md 2.3).
   */
  private static boolean owed(Connection connection, Event output) {
    return connection.before(output).stream()
        .filter(event -> event.is(EventType.RESPONSE_CREATED) || asks(event))
        .reduce((earlier, later) -> later)
        .filter(event -> event.is(EventType.RESPONSE_CREATED))
        .isEmpty();
  }

  private static void judge(Connection connection, Event create, Tally tally) {
    List<Event> after = connection.after(create);
    List<Event> quiet = after.stream().takeWhile(event -> !isTurn(event)).toList();
    Duration end = quiet.size() < after.size() ? after.get(quiet.size()).at() : connection.end();
    if (end.minus(create.at()).compareTo(Evidence.CROSSING) > 0) {
      tally.tested();
    }
    quiet.stream()
        .filter(event -> event.is(EventType.RESPONSE_CREATED))
        .forEach(
            event ->
                tally.expect(
                    false, event, "no answer to an output before response.create", "this one"));
  }

  private static boolean isTurn(Event event) {
    return asks(event)
        || event.is(
            EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED, EventType.INPUT_AUDIO_BUFFER_COMMITTED);
  }

  private static boolean asks(Event event) {
    boolean forced = event.text("/item/type").equals("force_message");
    return event.is(ASKS) || (event.is(EventType.CONVERSATION_ITEM_CREATE) && forced);
  }
}
