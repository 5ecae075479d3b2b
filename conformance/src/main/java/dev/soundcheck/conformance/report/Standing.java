package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Results;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many of some checks came out how.
 *
 * @param counts only what occurs, the most urgent first
 */
record Standing(Map<Outcome, Integer> counts) {
  static Standing of(Results results) {
    return of(results.checks(), results.strict());
  }

  static Standing of(List<Check> checks, boolean strict) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    checks.forEach(check -> counts.merge(Outcome.of(check, strict), 1, Integer::sum));
    return new Standing(counts);
  }

  int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  int met() {
    return count(Outcome.PASS);
  }

  /** All that apply to who was judged. */
  int applicable() {
    return counts.values().stream().mapToInt(Integer::intValue).sum()
        - count(Outcome.NOT_APPLICABLE);
  }

  boolean red() {
    return counts.keySet().stream().anyMatch(Outcome::red);
  }

  /** In a sentence, without its full stop. */
  String words() {
    if (applicable() == 0) {
      return "No requirement was judged";
    }
    String rest = others().collect(Collectors.joining(", "));
    return rest.isEmpty() ? share() : share() + "; " + rest;
  }

  private String share() {
    if (met() < applicable()) {
      return "%d of %d requirements are met".formatted(met(), applicable());
    }
    return met() == 1
        ? "The one requirement is met"
        : "All %d requirements are met".formatted(met());
  }

  private Stream<String> others() {
    return counts.entrySet().stream()
        .filter(one -> one.getKey() != Outcome.PASS && one.getKey() != Outcome.NOT_APPLICABLE)
        .map(one -> one.getKey().counted(one.getValue()));
  }
}
