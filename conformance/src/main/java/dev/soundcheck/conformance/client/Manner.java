package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Profile;
import java.time.Duration;

/**
 * How the client behaves.
 *
 * @param profile the contract that the server's events are held against
 * @param patience how long nothing may happen before it gives up
 * @param speed how much faster than real it streams; 1 is a microphone
 * @param sounds where the sound of what it says comes from
 */
public record Manner(Profile profile, Duration patience, double speed, Sounds sounds) {
  /** A person at a microphone, talking to the service as it is now. */
  public static final Manner USUAL =
      new Manner(Profile.LIVE, Duration.ofSeconds(30), 1, Sounds.recordedOrSpoken());

  /** The same against another contract. */
  public Manner with(Profile other) {
    return new Manner(other, patience, speed, sounds);
  }
}
