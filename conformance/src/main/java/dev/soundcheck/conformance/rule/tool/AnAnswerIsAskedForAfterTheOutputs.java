package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.Optional;

/**
 * After the results of its tools a client asks for the answer: without {@code response.create} the
 * model does not go on (live-behaviour.md 2.5). It need not where another turn brings one.
 */
final class AnAnswerIsAskedForAfterTheOutputs implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that returns results of tools, and time enough to ask");
  }

  private static void judge(Connection connection, Tally tally) {
    List<Calling> calls = Calling.all(connection);
    Optional<Event> last =
        Calling.outputs(connection)
            .filter(
                output ->
                    calls.stream()
                        .anyMatch(call -> Calling.isNamed(output.text("/item/call_id"), call.id())))
            .reduce((earlier, later) -> later);
    if (last.isEmpty()) {
      return;
    }
    boolean answered =
        connection.after(last.get()).stream().anyMatch(AnAnswerIsAskedForAfterTheOutputs::asks);
    boolean late = last.get().at().plus(Calling.PATIENCE).compareTo(connection.end()) < 0;
    if (answered || late) {
      tally.expect(answered, last.get(), "response.create after it", "none");
    }
  }

  private static boolean asks(Event event) {
    return event.is(
        EventType.RESPONSE_CREATE,
        EventType.RESPONSE_CREATED,
        EventType.INPUT_AUDIO_BUFFER_COMMIT,
        EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED);
  }
}
