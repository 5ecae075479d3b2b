package dev.soundcheck.conformance.selftest;

import dev.soundcheck.conformance.requirement.Level;
import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.rule.book.Rulebook;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.conformance.suite.Selection;
import dev.soundcheck.conformance.verify.SoundRules;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that can be asked of one side, whichever requirement asks for it. */
final class Everything {
  private Everything() {}

  /** Judged in these conversations. */
  static Selection of(Origin side, List<Program> programs) {
    Stream<Rule> rules =
        Stream.concat(
            Rulebook.binding(side).stream(),
            new SoundRules().all().stream().filter(rule -> rule.binds() == side));
    Stream<Requirement> own =
        programs.stream().map(one -> Requirement.ofScenario(one.name(), one.title(), side));
    return new Selection(
        Stream.concat(rules.map(Everything::requirement), own).toList(), programs, false);
  }

  private static Requirement requirement(Rule rule) {
    return new Requirement(
        rule.id(),
        "selftest",
        Level.MUST,
        rule.binds(),
        Set.of(Profile.values()),
        List.of("the rule"),
        rule.id(),
        Requirement.By.RULE,
        List.of());
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
    results.conversations().forEach(held -> told.append(held.name() + ": " + held.why() + "\n"));
    for (Check check : results.checks()) {
      if (check.status() == Status.FAIL || check.status() == Status.HARNESS_FAULT) {
        told.append(check.requirement().id()).append(": ").append(check.why());
        check.offences().stream()
            .limit(3)
            .forEach(one -> told.append("\n    ").append(one.breach().message()));
        told.append('\n');
      }
    }
    return told.toString();
  }
}
