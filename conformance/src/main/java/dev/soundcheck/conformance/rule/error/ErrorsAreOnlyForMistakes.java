package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Errors;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;

/**
 * Errors are for mistakes: clients stop at any of them (clients.md A/6). One that no event of the
 * client's can have caused is wrong, if it is not about the circumstances. Only what is right
 * beyond doubt counts as no mistake.
 */
final class ErrorsAreOnlyForMistakes implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that says something");
  }

  private static void judge(Connection connection, Tally tally) {
    if (connection.from(Origin.CLIENT).findAny().isPresent()) {
      tally.tested();
    }
    connection
        .events(EventType.ERROR)
        .filter(error -> !isOwn(error))
        .forEach(
            error ->
                tally.expect(
                    causes(connection, error).stream()
                        .anyMatch(event -> !Innocence.of(connection, event)),
                    error,
                    "none, since the client did nothing wrong",
                    Errors.message(error)));
  }

  /** Also an empty commit may be refused, as other services do (clients.md 10.3). */
  private static boolean isOwn(Event error) {
    return Circumstances.of(error)
        || error.text("/error/code").equals("input_audio_buffer_commit_empty");
  }

  /** What the client said shortly before; of these the one that the error names. */
  private static List<Event> causes(Connection connection, Event error) {
    Duration since = error.at().minus(Patience.REPLY.most());
    List<Event> recent =
        connection.before(error).stream()
            .filter(event -> event.from() == Origin.CLIENT)
            .filter(event -> event.at().compareTo(since) >= 0)
            .toList();
    List<Event> named =
        error.text("/error/event_id").isEmpty()
            ? List.of()
            : recent.stream().filter(event -> Errors.fits(error, event)).toList();
    return named.isEmpty() ? recent : named;
  }
}
