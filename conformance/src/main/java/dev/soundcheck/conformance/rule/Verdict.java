package dev.soundcheck.conformance.rule;

import java.util.List;

/**
 * What a rule says of a trace.
 *
 * @param status pass, fail, not testable or not applicable
 * @param breaches where it was not kept; empty unless it failed
 * @param why what was missing, or why it does not apply; empty when it was judged
 */
public record Verdict(Status status, List<Breach> breaches, String why) {
  public Verdict {
    breaches = List.copyOf(breaches);
  }

  /** It was kept. */
  public static Verdict pass() {
    return new Verdict(Status.PASS, List.of(), "");
  }

  /** It was not kept. */
  public static Verdict fail(List<Breach> breaches) {
    return new Verdict(Status.FAIL, breaches, "");
  }

  /**
   * There was nothing to be judged.
   *
   * @param missing what a trace has to have: {@code a client that cancels an answer}
   */
  public static Verdict notTestable(String missing) {
    return new Verdict(Status.NOT_TESTABLE, List.of(), missing);
  }

  /** Nobody claimed to keep it. */
  public static Verdict notApplicable(String why) {
    return new Verdict(Status.NOT_APPLICABLE, List.of(), why);
  }
}
