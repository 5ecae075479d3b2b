package dev.soundcheck.server.play;

import dev.soundcheck.schemas.Observed;
import java.time.Duration;

/** Is told everything about a connection, in order, on the thread that plays it. Must not throw. */
public interface Witness {
  /** Something was said or the connection was closed. */
  void observed(Observed observed);

  /** Something is not as it should be. */
  void found(ConnectionFinding finding);

  /**
   * What the play waits for has changed.
   *
   * @param what a line of the scenario, empty when it is over; of a recording words for what is
   *     waited for, empty when it waits for nothing but time
   */
  default void waits(int connection, Duration at, String what) {}
}
