package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;

/**
 * No sound of a response comes after its {@code response.done}, nor after the client cancelled it,
 * but for what was on its way (live-behaviour.md 2.7; decisions.md "Orders").
 */
final class NoSoundAfterACancel implements ServerRule {
  /** There and back, and as long again until a busy server heeds it; ours. */
  private static final Duration HEEDED = Evidence.CROSSING.multipliedBy(2);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      for (Sound sound : Sound.of(connection)) {
        sound.response().ifPresent(response -> judge(connection, response, sound.event(), tally));
      }
    }
    return tally.verdict("a response with sound that is over");
  }

  private static void judge(Connection connection, Response response, Event sound, Tally tally) {
    boolean late = response.done().filter(done -> done.index() < sound.index()).isPresent();
    boolean cancelled =
        connection
            .events(EventType.RESPONSE_CANCEL)
            .filter(cancel -> isOf(cancel, response))
            .anyMatch(cancel -> sound.at().compareTo(cancel.at().plus(HEEDED)) > 0);
    if (response.done().isPresent()) {
      tally.expect(!late, sound, "no sound after response.done", "sound");
    }
    if (cancelled) {
      tally.expect(false, sound, "no sound after response.cancel", "sound");
    }
  }

  /** A cancel that names no response means the one that is under way. */
  private static boolean isOf(Event cancel, Response response) {
    String named = cancel.text("/response_id");
    return response.spans(cancel) && (named.isEmpty() || named.equals(response.id()));
  }
}
