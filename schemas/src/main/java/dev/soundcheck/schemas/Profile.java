package dev.soundcheck.schemas;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A wire profile: one period or reading of the protocol (decisions.md, "Profiles"). A profile's
 * schemas are a stack of folders, the first that has a file wins; the last is always the base.
 */
public enum Profile {
  LIVE("live", List.of("live", "base")),
  LIVE_2026_07("live-2026-07", List.of("live-2026-07", "base")),
  LAUNCH("launch", List.of("launch", "live-2026-07", "base"));

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which nothing can change
  private final List<String> folders;

  Profile(String id, List<String> folders) {
    this.id = id;
    this.folders = folders;
  }

  /** The name users write, such as {@code live-2026-07}. */
  public String id() {
    return id;
  }

  /** Schema folders, most particular first. */
  public List<String> folders() {
    return folders;
  }

  public static Optional<Profile> named(String id) {
    return Arrays.stream(values()).filter(profile -> profile.id.equals(id)).findFirst();
  }
}
