package dev.soundcheck.conformance.rule.schema;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Origin;
import java.util.function.Predicate;

/** The events of servers held against the schemas of a profile. */
final class Schemas {
  private Schemas() {}

  /** What comes of looking for these findings. */
  static Verdict judge(Evidence evidence, Predicate<Finding> wrong) {
    EventValidator validator = EventValidator.of(evidence.profile());
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .from(Origin.SERVER)
          .filter(event -> !event.name().equals(Event.BINARY))
          .forEach(
              event -> {
                tally.tested();
                validator.validate(Origin.SERVER, event.json()).stream()
                    .filter(wrong)
                    .forEach(finding -> tell(event, finding, tally));
              });
    }
    return tally.verdict("a server that says something");
  }

  private static void tell(Event event, Finding finding, Tally tally) {
    tally.expect(
        false, event, "at %s %s".formatted(finding.path(), finding.expected()), finding.found());
  }

  /** An event or a member that nobody knows. */
  static boolean isNews(Finding finding) {
    return finding.kind() == Finding.Kind.UNKNOWN_MEMBER
        || finding.kind() == Finding.Kind.UNKNOWN_EVENT;
  }
}
