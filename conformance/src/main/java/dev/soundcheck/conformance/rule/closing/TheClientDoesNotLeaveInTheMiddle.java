package dev.soundcheck.conformance.rule.closing;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Leaving;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import java.time.Duration;

/**
 * A client that leaves while an answer is being told cancels it first, or hears it out; what is
 * made for nobody is paid for (live-behaviour.md 7.4). An answer of which nothing came for long has
 * vanished.
 */
final class TheClientDoesNotLeaveInTheMiddle implements ClientRule {
  /** Longer than any pause between two events of an answer (live-behaviour.md 2.16 and 6). Ours. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Leaving.of(connection).ifPresent(closed -> judge(closed, connection, tally));
    }
    return tally.verdict("a client that leaves after an answer has begun");
  }

  private static void judge(Observed.Closed closed, Connection connection, Tally tally) {
    for (Response response : connection.responses()) {
      Event last = response.events().get(response.events().size() - 1);
      boolean told =
          response.created().isPresent()
              && response.done().isEmpty()
              && last.at().plus(PAUSE).compareTo(closed.at()) >= 0;
      boolean cancelled = connection.events(EventType.RESPONSE_CANCEL).anyMatch(response::spans);
      tally.expect(
          !told || cancelled,
          last,
          "response.done, or response.cancel, before the client leaves",
          "neither");
    }
  }
}
