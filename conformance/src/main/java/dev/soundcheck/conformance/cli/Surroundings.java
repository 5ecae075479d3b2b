package dev.soundcheck.conformance.cli;

import java.util.Map;
import java.util.Optional;

/**
 * What the program finds around it.
 *
 * @param key the API key of the environment, {@code XAI_API_KEY}
 * @param terminal whether a person looks at a terminal that shows colours
 */
record Surroundings(Optional<String> key, boolean terminal) {
  /** Says that standard output is a terminal; the launcher knows, a JDK before 22 does not. */
  static final String TERMINAL = "soundcheck.terminal";

  static Surroundings of(Map<String, String> environment) {
    boolean plain = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
    return new Surroundings(
        Optional.ofNullable(environment.get("XAI_API_KEY")).filter(key -> !key.isBlank()),
        Boolean.getBoolean(TERMINAL) && !plain);
  }
}
