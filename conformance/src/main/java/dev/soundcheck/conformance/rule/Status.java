package dev.soundcheck.conformance.rule;

import java.util.Locale;

/** What came of judging something, and whether that is red. */
public enum Status {
  /** It was there, and as it should be. */
  PASS(false),
  /** It was there, and not as it should be. */
  FAIL(true),
  /** It was not there to be judged; red, because a check that says nothing reads as green. */
  NOT_TESTABLE(true),
  /** Whoever is judged never claimed it: the profile does not have it. */
  NOT_APPLICABLE(false),
  /** We broke; never blamed on whoever is judged. */
  HARNESS_FAULT(true),
  /** It fails, and somebody wrote down that it does. */
  KNOWN_FAILING(false),
  /** It passes, though somebody wrote down that it fails. */
  STALE(true);

  private final boolean red;

  Status(boolean red) {
    this.red = red;
  }

  /** Whether it makes a run fail. */
  public boolean red() {
    return red;
  }

  /** As people and files say it: {@code not-testable}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same in words: {@code not testable}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
