package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.Set;

/**
 * A client that hints at Spanish or Portuguese says which: the bare language is passed over without
 * a word (live-behaviour.md 4).
 */
final class LanguageHintsHaveARegion implements ClientRule {
  private static final Set<String> BARE = Set.of("es", "pt");
  private static final String PLACE = "/session/audio/input/transcription/language_hint";

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence
        .events(EventType.SESSION_UPDATE)
        .filter(update -> !update.text(PLACE).isEmpty())
        .forEach(update -> judge(update, tally));
    return tally.verdict("a client that hints at a language");
  }

  private static void judge(Event update, Tally tally) {
    String hint = update.text(PLACE);
    tally.expect(!BARE.contains(hint), update, "a region, as in es-MX or pt-BR", hint);
  }
}
