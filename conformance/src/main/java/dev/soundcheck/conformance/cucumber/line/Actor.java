package dev.soundcheck.conformance.cucumber.line;

import io.cucumber.core.backend.TestCaseState;
import java.util.Optional;

/**
 * Who plays a role in one scenario of a suite, told by the thread that runs it how far that has
 * come.
 */
public interface Actor {
  /** A scenario begins; it may have no line of ours. */
  void begins(Optional<Script> lines);

  /**
   * The suite has come to the next line of the script.
   *
   * @throws AssertionError when the play does not get past it
   */
  void nextLine();

  /**
   * The scenario is over, however it went.
   *
   * @throws AssertionError when something of the play is left, or was not as it should be
   */
  void ends(TestCaseState scenario);
}
