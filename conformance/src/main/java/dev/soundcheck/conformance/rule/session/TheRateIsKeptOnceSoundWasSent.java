package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.Optional;

/**
 * What is sent until a commit or a clear is of one format. Sound of two rates in one buffer was
 * answered with an error from which it did not recover (live-behaviour.md 5.1 and 5.2).
 */
final class TheRateIsKeptOnceSoundWasSent implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that sends sound in a format that it has named");
  }

  private static void judge(Connection connection, Tally tally) {
    Optional<InputFormat> before = Optional.empty();
    for (Event event : connection.events()) {
      if (event.from() == Origin.CLIENT && event.isSound()) {
        Optional<InputFormat> now = InputFormat.named(connection.asked(event));
        judge(event, before, now, tally);
        before = now;
      } else if (event.is(
          EventType.INPUT_AUDIO_BUFFER_COMMIT,
          EventType.INPUT_AUDIO_BUFFER_CLEAR,
          EventType.INPUT_AUDIO_BUFFER_COMMITTED)) {
        before = Optional.empty();
      }
    }
  }

  private static void judge(
      Event sound, Optional<InputFormat> before, Optional<InputFormat> now, Tally tally) {
    if (before.isPresent() && now.isPresent()) {
      tally.expect(
          before.equals(now),
          sound,
          before.get().words() + ", as what is in the buffer, or a commit or clear before it",
          now.get().words());
    }
  }
}
