package dev.soundcheck.conformance.rule;

import java.util.ArrayList;
import java.util.List;

/** What a rule has found so far. */
public final class Tally {
  private final List<Breach> breaches = new ArrayList<>();
  private boolean tested;

  /** There was something to be judged. */
  public void tested() {
    tested = true;
  }

  /** Something was judged; where it does not hold, this event is to blame. */
  public void expect(boolean holds, Event event, String expected, String actual) {
    expect(holds, event.where(), expected, actual);
  }

  /** The same for what is no event, such as the end of a connection. */
  public void expect(boolean holds, Where where, String expected, String actual) {
    tested = true;
    if (!holds) {
      breaches.add(new Breach(expected, actual, where));
    }
  }

  /**
   * What came of it, where nobody has to do what it is about.
   *
   * @param excuse why there was nothing to be judged
   */
  public Verdict verdictOr(String excuse) {
    return tested || !breaches.isEmpty() ? verdict(excuse) : Verdict.notApplicable(excuse);
  }

  /**
   * What came of it.
   *
   * @param missing what there has to be for the rule to say anything
   */
  public Verdict verdict(String missing) {
    if (!breaches.isEmpty()) {
      return Verdict.fail(breaches);
    }
    return tested ? Verdict.pass() : Verdict.notTestable(missing);
  }
}
