package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.Origin;

/**
 * No message of a client is larger than 16 MiB, where the connection ends (decisions.md "Errors");
 * that is two minutes of sound at the highest rate.
 */
final class AppendsAreOfAFairSize implements ClientRule {
  private static final long LARGEST = 16L * 1024 * 1024;

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .from(Origin.CLIENT)
          .filter(event -> event.sound().isPresent())
          .forEach(event -> judge(event, tally));
    }
    return tally.verdict("a client that sends sound, with its bytes");
  }

  private static void judge(Event event, Tally tally) {
    long bytes = event.sound().getAsInt();
    long message = event.name().equals(Event.BINARY) ? bytes : (bytes + 2) / 3 * 4;
    tally.expect(
        message <= LARGEST,
        event,
        "at most %d bytes".formatted(LARGEST),
        "%d bytes of sound alone".formatted(message));
  }
}
