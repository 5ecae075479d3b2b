package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client sets the end of turns and the voice at the top of the session, where they are documented
 * (events.yaml session). Below {@code audio}, where OpenAI has them, they are taken without a word
 * and nobody has shown that they do anything (live-behaviour.md 1.3).
 */
final class SettingsStandWhereTheyAreDocumented implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence
        .events(EventType.SESSION_UPDATE)
        .forEach(
            update -> {
              judge(update, "input/turn_detection", "turn_detection", tally);
              judge(update, "output/voice", "voice", tally);
            });
    return tally.verdict("a client that sends session.update");
  }

  private static void judge(Event update, String below, String top, Tally tally) {
    boolean elsewhere = !update.json().at("/session/audio/" + below).isMissingNode();
    boolean documented = update.json().path("session").has(top);
    tally.expect(!elsewhere || documented, update, "session." + top, "only session.audio." + below);
  }
}
