package dev.soundcheck.conformance.rule.schema;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Finding.Kind;
import java.util.List;
import java.util.stream.Stream;

/** What the schemas of a profile find in events. */
final class Contract {
  private Contract() {}

  /** What is of these kinds; nothing of what is no JSON, which has no members to be held. */
  static List<Finding> findings(Evidence evidence, Event event, Kind... kinds) {
    if (event.json().isMissingNode()) {
      return List.of();
    }
    return EventValidator.of(evidence.profile()).validate(event.from(), event.json()).stream()
        .filter(finding -> Stream.of(kinds).anyMatch(finding.kind()::equals))
        .toList();
  }

  /** Where and what, for the words of a breach. */
  static String found(Finding finding) {
    return "%s at %s".formatted(finding.found(), finding.path());
  }
}
