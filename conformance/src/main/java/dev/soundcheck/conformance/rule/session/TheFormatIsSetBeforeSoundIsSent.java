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
 * A client names the format of its sound before it sends any. What comes earlier is taken for PCM
 * at 24 kHz, and a mixture of rates has ended sessions (live-behaviour.md 5.1, PIPE #3276).
 */
final class TheFormatIsSetBeforeSoundIsSent implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .from(Origin.CLIENT)
          .filter(Event::isSound)
          .findFirst()
          .ifPresent(sound -> judge(sound, connection, tally));
    }
    return tally.verdict("a client that sends sound");
  }

  private static void judge(Event sound, Connection connection, Tally tally) {
    tally.tested();
    if (InputFormat.named(connection.asked(sound)).isPresent()) {
      return;
    }
    InputFormat usual = InputFormat.of(connection.asked(sound));
    connection.after(sound).stream()
        .filter(event -> event.is(EventType.SESSION_UPDATE) && taken(event, connection))
        .map(update -> InputFormat.named(connection.asked(update)))
        .flatMap(Optional::stream)
        .findFirst()
        .filter(later -> !later.equals(usual))
        .ifPresent(
            later ->
                tally.expect(
                    false,
                    sound,
                    "the session.update to " + later.words() + " before it",
                    "sound that was taken for " + usual.words()));
  }

  private static boolean taken(Event update, Connection connection) {
    return connection.answerTo(update).filter(answer -> answer.is(EventType.ERROR)).isEmpty();
  }
}
