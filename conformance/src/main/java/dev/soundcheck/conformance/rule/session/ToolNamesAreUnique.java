package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.HashSet;
import java.util.Set;

/** Each function of a session has a name of its own: a call says nothing but the name. */
final class ToolNamesAreUnique implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.events(EventType.SESSION_UPDATE).forEach(update -> judge(update, tally));
    return tally.verdict("a client that declares functions");
  }

  private static void judge(Event update, Tally tally) {
    Set<String> names = new HashSet<>();
    DeclaredTools.names(update)
        .forEach(
            name ->
                tally.expect(
                    names.add(name), update, "functions of different names", "two named " + name));
  }
}
