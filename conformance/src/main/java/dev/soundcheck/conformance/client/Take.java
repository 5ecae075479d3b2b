package dev.soundcheck.conformance.client;

import dev.soundcheck.script.Act;
import java.time.Duration;
import java.util.Optional;

/**
 * A turn that is to be taken.
 *
 * @param act an {@link Act.Say} or an {@link Act.Type}
 * @param breaksIn how much of the answer to the turn before is to have been played when it begins;
 *     a turn without it waits until that answer is over
 */
public record Take(Act act, Optional<Duration> breaksIn) {
  /** A turn that waits until it is its turn. */
  public static Take inTurn(Act act) {
    return new Take(act, Optional.empty());
  }

  /** A turn that breaks into the answer to the one before. */
  public static Take breakingIn(Duration after, Act act) {
    return new Take(act, Optional.of(after));
  }
}
