package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;

/**
 * A client that wants to ask for answers itself ends its turns itself: {@code create_response:
 * false} is echoed, and every turn is answered all the same (live-behaviour.md 1.3 and 8.1).
 */
final class CreateResponseIsNotReliedOn implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.DOCUMENTED) {
      return Verdict.notApplicable("the documents do not say that it is ignored");
    }
    Tally tally = new Tally();
    evidence
        .events(EventType.SESSION_UPDATE)
        .filter(update -> update.text("/session/turn_detection/type").equals("server_vad"))
        .forEach(
            update ->
                tally.expect(
                    update.json().at("/session/turn_detection/create_response").asBoolean(true),
                    update,
                    "turn_detection null, or answers to all turns",
                    "create_response false"));
    return tally.verdict("a client that asks for server VAD");
  }
}
