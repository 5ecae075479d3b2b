package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Check.Weight;
import java.util.Locale;

/** What a check means to whoever reads a report: its status, weighed. The most urgent is first. */
enum Outcome {
  /** Something that must be met was not. */
  FAIL("fails", "fail"),
  /** Something that must be met could not be judged. */
  NOT_TESTABLE("not testable", "not testable"),
  /** We broke. */
  HARNESS_FAULT("harness fault", "harness faults"),
  /** It is met, though somebody wrote down that it is not. */
  STALE("stale", "stale"),
  /** Something that should be met was not, or could not be judged. */
  WARNING("warning", "warnings"),
  /** Something that may be met was not. */
  NOTE("note", "notes"),
  /** It is not met, and somebody wrote that down. */
  KNOWN_FAILING("known failing", "known failing"),
  /** Nobody claimed it. */
  NOT_APPLICABLE("not applicable", "not applicable"),
  /** It is met. */
  PASS("met", "met");

  private final String one;
  private final String many;

  Outcome(String one, String many) {
    this.one = one;
    this.many = many;
  }

  static Outcome of(Check check, boolean strict) {
    return switch (check.status()) {
      case PASS -> PASS;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case KNOWN_FAILING -> KNOWN_FAILING;
      case STALE -> STALE;
      case HARNESS_FAULT -> HARNESS_FAULT;
      case FAIL -> weighed(FAIL, check.weight(strict));
      case NOT_TESTABLE -> weighed(NOT_TESTABLE, check.weight(strict));
    };
  }

  private static Outcome weighed(Outcome red, Weight weight) {
    return switch (weight) {
      case RED -> red;
      case WARNING -> WARNING;
      case TOLD, FINE -> NOTE;
    };
  }

  /** Whether the run fails by it. */
  boolean red() {
    return compareTo(STALE) <= 0;
  }

  /** As files say it: {@code not-testable}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As a label of one check. */
  String words() {
    return one;
  }

  /** {@code 2 warnings}. */
  String counted(int count) {
    return count + " " + (count == 1 ? one : many);
  }
}
