package dev.soundcheck.conformance.suite;

import dev.soundcheck.conformance.requirement.Level;
import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.rule.Status;
import java.util.List;

/**
 * A requirement, and what came of it in all conversations together.
 *
 * @param why what was missing, why it does not apply, or what broke; empty otherwise
 * @param offences where it was not met, in the order of the conversations
 * @param testedIn the conversations in which it was judged
 */
public record Check(
    Requirement requirement,
    Status status,
    String why,
    List<Offence> offences,
    List<String> testedIn) {
  /** What a check means for the run. */
  public enum Weight {
    /** Nothing. */
    FINE,
    /** It is told. */
    TOLD,
    /** A warning. */
    WARNING,
    /** The run fails. */
    RED
  }

  public Check {
    offences = List.copyOf(offences);
    testedIn = List.copyOf(testedIn);
  }

  /**
   * What it means for the run. What breaks in us, and a baseline that is not true any more, is red
   * whatever the level.
   *
   * @param strict whether should counts as must
   */
  public Weight weight(boolean strict) {
    if (!status.red()) {
      return Weight.FINE;
    }
    Level level = requirement.level();
    boolean ours = status == Status.HARNESS_FAULT || status == Status.STALE;
    if (ours || level == Level.MUST || (strict && level == Level.SHOULD)) {
      return Weight.RED;
    }
    return level == Level.SHOULD ? Weight.WARNING : Weight.TOLD;
  }
}
