package dev.soundcheck.script;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a scenario that was not met.
 *
 * @param where {@code file:line}
 * @param line the line as written
 * @param expected what it asks for
 * @param found what came instead
 * @param around the last events before, oldest first, each with its time
 */
public record Unmet(String where, String line, String expected, String found, List<String> around) {
  public Unmet {
    around = List.copyOf(around);
  }

  /** Without anything around it. */
  public Unmet(String where, String line, String expected, String found) {
    this(where, line, expected, found, List.of());
  }

  Unmet among(List<String> events) {
    return new Unmet(where, line, expected, found, events);
  }

  /** One line: where, what was expected, what came. */
  public String message() {
    return "%s: %s: expected %s, got %s".formatted(where, line, expected, found);
  }

  /** The message, and under it what happened before. */
  public String report() {
    return message() + around.stream().map("\n    "::concat).collect(Collectors.joining());
  }
}
