package dev.soundcheck.conformance.selftest;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.conformance.suite.Selection;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Program;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that is asked of one side, in whichever conversation. */
final class Everything {
  private Everything() {}

  /** Judged in these conversations. */
  static Selection of(Origin side, List<Program> programs) {
    Stream<Requirement> rows =
        Requirements.newest().binding(side).stream()
            .filter(one -> one.by() != Requirement.By.CONVERSATION);
    Stream<Requirement> own =
        programs.stream().map(one -> Requirement.ofScenario(one.name(), one.title(), side));
    return new Selection(Stream.concat(rows, own).toList(), programs, false);
  }

  /** The ids of what was not met. */
  static Set<String> failing(Results results) {
    return ids(results, Status.FAIL);
  }

  /** The ids of what has this status. */
  static Set<String> ids(Results results, Status status) {
    Set<String> ids = new TreeSet<>();
    results.checks().stream()
        .filter(check -> check.status() == status)
        .forEach(check -> ids.add(check.requirement().id()));
    return ids;
  }

  /** What failed, in words, for whoever reads a failure of a test. */
  static String told(Results results) {
    StringBuilder told = new StringBuilder();
    results.conversations().stream()
        .filter(held -> !held.why().isEmpty())
        .forEach(held -> told.append(held.name()).append(": ").append(held.why()).append('\n'));
    for (Check check : results.checks()) {
      if (check.status() == Status.FAIL || check.status() == Status.HARNESS_FAULT) {
        told.append(check.requirement().id()).append(": ").append(check.why());
        check.offences().stream()
            .limit(3)
            .forEach(
                one ->
                    told.append(
                        "\n    %s: %s".formatted(one.conversation(), one.breach().message())));
        told.append('\n');
      }
    }
    return told.toString();
  }
}
