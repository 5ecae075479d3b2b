package dev.soundcheck.conformance.cli;

import java.util.Map;
import java.util.Optional;

/**
 * What the program finds around it.
 *
 * @param key the API key of the environment, {@code XAI_API_KEY}
 * @param confidences what it was told that nobody may see
 * @param terminal whether a person looks at a terminal that shows colours
 * @param columns how wide it is
 * @param keyboard whether a person can type something
 */
record Surroundings(
    Optional<String> key,
    Confidences confidences,
    boolean terminal,
    int columns,
    boolean keyboard) {
  /** Says that standard output is a terminal; the launcher knows, a JDK before 22 does not. */
  static final String TERMINAL = "soundcheck.terminal";

  /** Says how wide that terminal is; no JDK knows. */
  static final String COLUMNS = "soundcheck.columns";

  /** Says that standard input is a terminal. */
  static final String KEYBOARD = "soundcheck.keyboard";

  static final int USUAL_COLUMNS = 80;

  static Surroundings of(Map<String, String> environment, Confidences confidences) {
    boolean plain = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
    Optional<String> key =
        Optional.ofNullable(environment.get("XAI_API_KEY")).filter(one -> !one.isBlank());
    key.ifPresent(confidences::keep);
    return new Surroundings(
        key,
        confidences,
        Boolean.getBoolean(TERMINAL) && !plain,
        columns(Integer.getInteger(COLUMNS, 0)),
        Boolean.getBoolean(KEYBOARD));
  }

  /** Some terminals do not know, and say none. */
  private static int columns(int told) {
    return told > 0 ? told : USUAL_COLUMNS;
  }
}
