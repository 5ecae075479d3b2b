package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.schemas.Profile;
import java.util.Set;

/** Which profiles have what. */
final class Profiles {
  /** Those whose frames were captured (live-behaviour.md 2.2 and 8.1). */
  private static final Set<Profile> CAPTURED =
      Set.of(Profile.LIVE, Profile.LIVE_2026_07, Profile.LAUNCH);

  private Profiles() {}

  /** Whether a profile has its frames from captures, and not from documents. */
  static boolean captured(Profile profile) {
    return CAPTURED.contains(profile);
  }
}
