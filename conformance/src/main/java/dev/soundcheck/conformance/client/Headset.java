package dev.soundcheck.conformance.client;

import java.time.Duration;
import java.util.Optional;

/**
 * What the client hears with and speaks into.
 *
 * @param loudspeaker plays the answers
 * @param microphone records somebody; without one only turns are spoken
 * @param buffer how much of an answer must have come before it begins to be played, and the longest
 *     that is waited for so much
 */
public record Headset(
    Loudspeaker loudspeaker, Optional<OpenMicrophone> microphone, Duration buffer) {
  /** Nobody listens and nobody sits at a microphone; played is what would be played. */
  public static final Headset NONE =
      new Headset(Loudspeaker.NONE, Optional.empty(), Duration.ofMillis(60));

  /** The same buffer with these devices. */
  public Headset with(Loudspeaker other, Optional<OpenMicrophone> somebody) {
    return new Headset(other, somebody, buffer);
  }
}
