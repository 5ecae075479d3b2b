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
  private static final EventType[] TURNS = {
    EventType.RESPONSE_CREATE,
    EventType.INPUT_AUDIO_BUFFER_COMMIT,
    EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED,
    EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED,
    EventType.INPUT_AUDIO_BUFFER_COMMITTED,
    EventType.INPUT_AUDIO_BUFFER_TIMEOUT_TRIGGERED,
    EventType.INPUT_AUDIO_BUFFER_DTMF_EVENT_RECEIVED
  };

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.CONVERSATION_ITEM_CREATE)
          .filter(create -> !Calls.answered(create).isEmpty())
          .filter(create -> !owed(connection, create))
          .forEach(create -> judge(connection, create, tally));
    }
    return tally.verdict("a client that takes its time after the output of a tool");
  }

  /** Whether the response that called may still go on, or a turn has begun since. */
  private static boolean owed(Connection connection, Event create) {
    String call = Calls.answered(create);
    return connection.responses().stream()
        .filter(response -> Calls.of(response).contains(call))
        .flatMap(response -> response.done().stream())
        .noneMatch(done -> isQuiet(connection, done, create));
  }

  private static boolean isQuiet(Connection connection, Event done, Event create) {
    return done.index() < create.index()
        && connection.after(done).stream()
            .takeWhile(event -> event.index() < create.index())
            .noneMatch(TheModelWaitsForResponseCreate::isTurn);
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
    boolean forced = event.text("/item/type").equals("force_message");
    return event.is(TURNS) || (event.is(EventType.CONVERSATION_ITEM_CREATE) && forced);
  }
}
