package dev.soundcheck.conformance.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of features that a user brings: {@code words/one} and {@code words/two}. */
public final class TwoTurns {
  private TwoTurns() {}

  /** Writes them there. */
  public static void in(Path features) throws IOException {
    Files.writeString(
        Files.createDirectories(features.resolve("words")).resolve("words.feature"),
        """
        Feature: Words
          Scenario: One
            When the user types "One?"
            Then the assistant says "One."
          Scenario: Two
            When the user types "Two?"
            Then the assistant says "Two."
        """);
  }
}
