package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code error}. */
public final class ErrorRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new ErrorsSayWhatIsWrong(),
          new AnErrorEndsNothing(),
          new NothingToCancelIsAnError(),
          new ASecondResponseIsRefused(),
          new UnknownEventsAreRefused(),
          new ErrorsAreOnlyForMistakes());

  private ErrorRules() {}
}
