package dev.soundcheck.conformance.selftest;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Judge;
import dev.soundcheck.conformance.suite.KnownFailing;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.conformance.suite.Selection;
import dev.soundcheck.conformance.suite.ServerSuite;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What all requirements say of conversations.
 *
 * @param conversations how they went
 */
record Judged(List<Held> conversations, List<Check> checks) {
  Judged {
    conversations = List.copyOf(conversations);
    checks = List.copyOf(checks);
  }

  static Judged of(Results results) {
    return new Judged(results.conversations(), results.checks());
  }

  static Judged of(Origin side, Profile profile, Program program, Held held) {
    Judge judge = new Judge(profile, ServerSuite.rules(), KnownFailing.NOTHING);
    return new Judged(
        List.of(held), judge.judge(everything(side, List.of(program)), List.of(held)));
  }

  /** Everything that is asked of one side, in whichever conversation. */
  static Selection everything(Origin side, List<Program> programs) {
    Stream<Requirement> rows =
        Requirements.newest().binding(side).stream()
            .filter(one -> one.by() != Requirement.By.CONVERSATION);
    Stream<Requirement> own =
        programs.stream().map(one -> Requirement.ofScenario(one.name(), one.title(), side));
    return new Selection(Stream.concat(rows, own).toList(), programs, false);
  }

  /** The ids of what has this status. */
  Set<String> ids(Status status) {
    Set<String> ids = new TreeSet<>();
    checks.stream()
        .filter(check -> check.status() == status)
        .forEach(check -> ids.add(check.requirement().id()));
    return ids;
  }

  /** What failed, in words, for whoever reads a failure of a test. */
  String told() {
    StringBuilder told = new StringBuilder();
    conversations.stream()
        .filter(held -> !held.why().isEmpty())
        .forEach(held -> told.append(held.name()).append(": ").append(held.why()).append('\n'));
    for (Check check : checks) {
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
