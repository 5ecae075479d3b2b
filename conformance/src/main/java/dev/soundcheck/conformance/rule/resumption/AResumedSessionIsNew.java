package dev.soundcheck.conformance.rule.resumption;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.HashSet;
import java.util.Set;

/**
 * Each connection is a session of its own, also when it resumes a conversation (live-behaviour.md
 * 2.12).
 */
final class AResumedSessionIsNew implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.LAUNCH) {
      return Verdict.notApplicable("at launch no session is announced");
    }
    Tally tally = new Tally();
    Set<String> seen = new HashSet<>();
    for (Connection connection : evidence.connections()) {
      for (Event created : connection.events(EventType.SESSION_CREATED).toList()) {
        boolean fresh = seen.add(created.text("/session/id"));
        if (connection.number() > 1) {
          tally.expect(
              fresh, created, "a session of its own", created.text("/session/id") + " once more");
        }
      }
    }
    return tally.verdict("a second connection that is greeted by session.created");
  }
}
