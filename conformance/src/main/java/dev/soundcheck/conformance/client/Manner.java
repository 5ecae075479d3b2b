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
 * @param headset what it hears with and speaks into
 * @param backoff whether it dials again when a connection breaks
 */
public record Manner(
    Profile profile,
    Duration patience,
    double speed,
    Sounds sounds,
    Headset headset,
    Backoff backoff) {
  /** A person at a microphone, talking to the service as it is now. */
  public static final Manner USUAL =
      new Manner(Profile.LIVE, Duration.ofSeconds(30), 1, Sounds.recordedOrSpoken());

  /** Without anybody at the client's end. */
  public Manner(Profile profile, Duration patience, double speed, Sounds sounds) {
    this(profile, patience, speed, sounds, Headset.NONE, Backoff.NEVER);
  }

  /** The same with these devices. */
  public Manner with(Headset other) {
    return new Manner(profile, patience, speed, sounds, other, backoff);
  }

  /** The same, dialling again like that. */
  public Manner with(Backoff other) {
    return new Manner(profile, patience, speed, sounds, headset, other);
  }

  /** The same against another contract. */
  public Manner with(Profile other) {
    return new Manner(other, patience, speed, sounds, headset, backoff);
  }
}
