package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.conformance.rule.Breach;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.conformance.rule.book.Rulebook;
import dev.soundcheck.conformance.verify.Remark.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules say of a recording, as remarks. */
final class Ruling {
  /** Its events are held against their schemas one by one already. */
  private static final String STREAMED = "schema";

  /** What these find in sound is told by whoever listens as well, and more exactly. */
  private static final Set<String> HEARD = Set.of("audio", "nothing-comes-after-response-done");

  private final Kept kept;
  private final List<Remark> remarks = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Ruling(Kept kept) {
    this.kept = kept;
  }

  /**
   * All of them, in the order of their places.
   *
   * @param heard the lines about whose sound something was told already
   */
  List<Remark> remarks(Evidence evidence, Set<Integer> heard) {
    Rulebook.ALL.stream()
        .filter(rule -> !Rulebook.section(rule).equals(STREAMED))
        .forEach(
            rule -> level(rule, evidence).ifPresent(level -> judge(rule, level, evidence, heard)));
    remarks.sort(Comparator.comparingInt(Remark::line));
    return remarks;
  }

  /** What could not be judged. */
  List<String> notes() {
    return notes;
  }

  /** How much a breach weighs; what a profile does not have, and what is free, weighs nothing. */
  private static Optional<Level> level(Rule rule, Evidence evidence) {
    Optional<Requirement> asked = Requirements.newest().named(rule.id());
    if (asked.isEmpty()) {
      return Optional.of(Level.BROKEN);
    }
    if (!asked.get().profiles().contains(evidence.profile())) {
      return Optional.empty();
    }
    return switch (asked.get().level()) {
      case MUST -> Optional.of(Level.BROKEN);
      case SHOULD -> Optional.of(Level.WARNING);
      case MAY -> Optional.empty();
    };
  }

  /** A rule that breaks is our fault, and that of no recording. */
  private void judge(Rule rule, Level level, Evidence evidence, Set<Integer> heard) {
    boolean told = HEARD.contains(rule.id()) || HEARD.contains(Rulebook.section(rule));
    try {
      rule.judge(evidence).breaches().stream()
          .map(breach -> remark(rule.id(), level, breach))
          .filter(remark -> !told || !heard.contains(remark.line()))
          .forEach(remarks::add);
    } catch (RuntimeException ours) {
      notes.add("the rule %s broke, which is our mistake: %s".formatted(rule.id(), ours));
    }
  }

  private Remark remark(String rule, Level level, Breach breach) {
    Where where = breach.where();
    return new Remark(
        level,
        rule,
        kept.line(where.line()),
        where.at(),
        where.connection(),
        where.from(),
        where.event(),
        "expected %s, found %s".formatted(breach.expected(), breach.actual()),
        Optional.empty());
  }
}
