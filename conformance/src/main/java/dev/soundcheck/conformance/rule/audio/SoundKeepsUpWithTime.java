package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import java.time.Duration;

/**
 * Under server VAD sound is sent as it is recorded. Who sends it faster is heard all the same, but
 * turns then end, and answers begin, at other moments than for a person who speaks, and what was
 * pushed is billed (live-behaviour.md 1.7, 2.3 and 6).
 */
final class SoundKeepsUpWithTime implements ClientRule {
  /** So much may be ahead: a network that stalled catches up. Ours. */
  private static final Duration BURST = Duration.ofSeconds(2);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    if (evidence.timed()) {
      evidence.connections().forEach(connection -> judge(connection, tally));
    }
    return tally.verdict("a client that sends sound under server VAD, with its bytes and times");
  }

  private static void judge(Connection connection, Tally tally) {
    Microphone microphone = new Microphone(connection);
    for (Event sound : Microphone.sounds(connection).toList()) {
      microphone.take(sound);
      if (!microphone.isKnown()) {
        return;
      }
      if (connection.asked(sound).serverVad()) {
        Duration ahead = microphone.until().minus(sound.at());
        boolean fair = ahead.compareTo(BURST) <= 0;
        tally.expect(
            fair,
            sound,
            "sound that is at most %d ms ahead of the clock".formatted(BURST.toMillis()),
            "%d ms".formatted(ahead.toMillis()));
        if (!fair) {
          return;
        }
      }
    }
  }
}
