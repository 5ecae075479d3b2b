package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;

/**
 * The output of a completed response has all of its items, in their order, and no other
 * (live-behaviour.md 1.5, 1.6). As captured it is empty when the user breaks in (2.6); the
 * documents call such a response cancelled, and what that has is what was begun.
 */
final class ResponseDoneListsItsItems implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    boolean emptied = Profiles.captured(evidence.profile());
    for (Connection connection : evidence.connections()) {
      for (Response response : connection.responses()) {
        boolean empty = emptied && interrupted(connection, response);
        response.done().ifPresent(done -> judge(response, done, empty, tally));
      }
    }
    return tally.verdict("an answer that comes to its end");
  }

  private static void judge(Response response, Event done, boolean mayBeEmpty, Tally tally) {
    List<String> begun =
        OutputItem.of(response).stream()
            .filter(item -> item.added().isPresent())
            .map(OutputItem::id)
            .toList();
    List<String> output =
        done.json()
            .at("/response/output")
            .valueStream()
            .map(item -> item.path("id").asString(""))
            .toList();
    boolean whole = response.status().equals("completed") && !(mayBeEmpty && output.isEmpty());
    tally.expect(
        whole ? output.equals(begun) : begun.containsAll(output),
        done,
        (whole ? "the items " : "none but the items ") + words(begun),
        words(output));
  }

  /** What may still have come is taken for granted: the speech is told behind the end (2.6). */
  private static boolean interrupted(Connection connection, Response response) {
    Event first = response.events().get(0);
    return response
        .done()
        .filter(
            done ->
                !connection.wentOnAfter(done)
                    || connection.after(first).stream()
                        .filter(event -> event.is(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED))
                        .anyMatch(speech -> isNear(speech, done)))
        .isPresent();
  }

  private static boolean isNear(Event speech, Event done) {
    return speech.at().compareTo(done.at().plus(Evidence.CROSSING)) <= 0;
  }

  private static String words(List<String> ids) {
    return ids.isEmpty() ? "(none)" : String.join(", ", ids);
  }
}
