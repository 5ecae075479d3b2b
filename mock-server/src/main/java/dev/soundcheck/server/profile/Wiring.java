package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Dialect;

/** What a profile is to the server: what its sessions do, and how they are written. */
public record Wiring(Dialect dialect, Shape shape) {
  /** The wiring of a profile. */
  public static Wiring of(Profile profile) {
    throw new UnsupportedOperationException(profile.id());
  }
}
