package dev.soundcheck.conformance.tool;

import java.util.Map;
import java.util.UUID;

/**
 * A word in the environment of a program that is inherited by all that it starts, by which they are
 * known whoever their parent is by now.
 */
record Mark(String word) {
  static final String VARIABLE = "SOUNDCHECK_RUN";

  /** One that nobody else has. */
  static Mark unique() {
    return new Mark(UUID.randomUUID().toString());
  }

  /** A program under test that runs Soundcheck itself stays known to whoever runs it. */
  void putOn(Map<String, String> environment) {
    environment.merge(VARIABLE, word, (others, own) -> others + " " + own);
  }
}
