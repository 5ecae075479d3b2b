package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;

/**
 * What plays the answers. Called by the client's thread, which it must not hold up; times count
 * from the opening of the first connection.
 */
public interface Loudspeaker {
  /** Nobody listens. */
  Loudspeaker NONE = (at, sound) -> {};

  /**
   * The next sound, to be heard from {@code at} on: right after the last unless that is later. The
   * rate may differ from one sound to the next.
   */
  void play(Duration at, Pcm sound);

  /** What was given and would be heard from {@code at} on is dropped: somebody speaks. */
  default void fallSilent(Duration at) {}

  /** How long before it is heard a sound is given; a device needs some. Never changes. */
  default Duration lead() {
    return Duration.ZERO;
  }
}
