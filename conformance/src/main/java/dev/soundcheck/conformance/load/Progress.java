package dev.soundcheck.conformance.load;

import java.time.Duration;

/** Is told how a load goes, on one thread. */
public interface Progress {
  /** Nobody looks. */
  Progress NONE = new Progress() {};

  /** Called several times a second. */
  default void going(Duration since, int sessions) {}

  /** A stretch is over. */
  default void passed(Moment moment) {}
}
