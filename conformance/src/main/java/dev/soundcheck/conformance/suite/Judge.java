package dev.soundcheck.conformance.suite;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.rule.Breach;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What requirements say of conversations that were held: each is judged in all of them. One that
 * fails anywhere fails; one that could be judged nowhere is not testable.
 */
public final class Judge {
  private final Profile profile;
  private final Function<String, Optional<Rule>> rules;
  private final KnownFailing known;

  /**
   * A judge.
   *
   * @param rules the rule of an id, whatever it looks at
   * @param known what is known to fail
   */
  public Judge(Profile profile, Function<String, Optional<Rule>> rules, KnownFailing known) {
    this.profile = profile;
    this.rules = rules;
    this.known = known;
  }

  /** A check for each requirement that was selected, in their order. */
  public List<Check> judge(Selection selection, List<Held> conversations) {
    Map<String, Evidence> evidence = new LinkedHashMap<>();
    for (Held held : conversations) {
      if (!held.trace().seen().isEmpty()) {
        evidence.put(held.name(), Evidence.of(held.trace(), profile));
      }
    }
    return selection.requirements().stream()
        .map(requirement -> judge(requirement, conversations, evidence))
        .map(check -> evidence.isEmpty() ? check : unlessElsewhere(check, selection.whole()))
        .map(this::known)
        .toList();
  }

  /**
   * Conversations of somebody's own show what they show; and what no conversation of the suite can
   * bring about, such as the end of a session after two hours, is judged where it is seen.
   */
  private static Check unlessElsewhere(Check check, boolean whole) {
    Requirement row = check.requirement();
    boolean scripted = row.by() == Requirement.By.CONVERSATION;
    if (scripted || check.status() != Status.NOT_TESTABLE || (whole && !row.in().isEmpty())) {
      return check;
    }
    return as(
        check,
        Status.NOT_APPLICABLE,
        whole
            ? "judged where it is seen; no conversation of the suite brings it about"
            : "none of the scenarios is about it");
  }

  private Check judge(
      Requirement requirement, List<Held> conversations, Map<String, Evidence> evidence) {
    if (!requirement.profiles().contains(profile)) {
      String why = "the profile %s does not have it".formatted(profile.id());
      return new Check(requirement, Status.NOT_APPLICABLE, why, List.of(), List.of());
    }
    return requirement.by() == Requirement.By.CONVERSATION
        ? scripted(requirement, conversations)
        : ruled(requirement, evidence);
  }

  private static Check scripted(Requirement requirement, List<Held> conversations) {
    Optional<Held> held =
        conversations.stream()
            .filter(one -> one.name().endsWith("/" + requirement.id()))
            .findFirst();
    if (held.isEmpty()) {
      return new Check(
          requirement, Status.NOT_TESTABLE, "the conversation was not held", List.of(), List.of());
    }
    Held one = held.get();
    List<String> testedIn = one.status() == Status.NOT_TESTABLE ? List.of() : List.of(one.name());
    return new Check(
        requirement,
        one.status(),
        one.why(),
        one.unmet().stream().map(line -> offence(requirement, one, line)).toList(),
        testedIn);
  }

  /** Lines are not met at the end of what was seen: nobody knows when they should have come. */
  private static Offence offence(Requirement requirement, Held held, Unmet line) {
    int last = held.trace().seen().size();
    Duration at = last == 0 ? Duration.ZERO : held.trace().seen().get(last - 1).at();
    Where where =
        new Where(last + 1, at, 1, requirement.binds(), line.where() + ": " + line.line());
    return new Offence(held.name(), new Breach(line.expected(), line.found(), where));
  }

  private Check ruled(Requirement requirement, Map<String, Evidence> evidence) {
    Rule rule = rules.apply(requirement.id()).orElseThrow();
    List<Offence> offences = new ArrayList<>();
    List<String> testedIn = new ArrayList<>();
    Optional<String> missing =
        evidence.isEmpty() ? Optional.of("a conversation") : Optional.empty();
    String excuse = "";
    String broken = "";
    for (Map.Entry<String, Evidence> one : evidence.entrySet()) {
      Verdict verdict = verdict(rule, one.getValue());
      switch (verdict.status()) {
        case PASS -> testedIn.add(one.getKey());
        case FAIL -> {
          testedIn.add(one.getKey());
          verdict.breaches().forEach(breach -> offences.add(new Offence(one.getKey(), breach)));
        }
        case HARNESS_FAULT -> broken = "%s: %s".formatted(one.getKey(), verdict.why());
        case NOT_APPLICABLE -> excuse = verdict.why();
        default -> missing = Optional.of(verdict.why());
      }
    }
    if (!offences.isEmpty()) {
      return new Check(requirement, Status.FAIL, broken, offences, testedIn);
    }
    if (!broken.isEmpty()) {
      return new Check(requirement, Status.HARNESS_FAULT, broken, offences, testedIn);
    }
    if (!testedIn.isEmpty()) {
      return new Check(requirement, Status.PASS, "", offences, testedIn);
    }
    return missing.isPresent()
        ? new Check(
            requirement, Status.NOT_TESTABLE, "there was not " + missing.get(), offences, testedIn)
        : new Check(requirement, Status.NOT_APPLICABLE, excuse, offences, testedIn);
  }

  /** A rule that breaks is our fault, and nobody else's. */
  private static Verdict verdict(Rule rule, Evidence evidence) {
    try {
      return rule.judge(evidence);
    } catch (RuntimeException ours) {
      return new Verdict(Status.HARNESS_FAULT, List.of(), "the rule broke: " + ours);
    }
  }

  private Check known(Check check) {
    Optional<KnownFailing.Known> row = known.of(check.requirement().id());
    if (row.isEmpty()) {
      return check;
    }
    return switch (check.status()) {
      case FAIL, NOT_TESTABLE -> as(check, Status.KNOWN_FAILING, row.get().because());
      case PASS ->
          as(check, Status.STALE, "it is met; take it out of the file of what is known to fail");
      default -> check;
    };
  }

  private static Check as(Check check, Status status, String why) {
    return new Check(check.requirement(), status, why, check.offences(), check.testedIn());
  }
}
