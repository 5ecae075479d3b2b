package dev.soundcheck.conformance.requirement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How strongly the source asks for it. */
public enum Level {
  /** Who does not keep it is wrong. */
  MUST,
  /** Who does not keep it is warned; wrong only when asked to be strict. */
  SHOULD,
  /** It is only told. */
  MAY;

  /** As files and people write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Level> named(String id) {
    return Arrays.stream(values()).filter(level -> level.id().equals(id)).findFirst();
  }
}
