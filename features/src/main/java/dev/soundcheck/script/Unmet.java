package dev.soundcheck.script;

/**
 * A line of a scenario that was not met.
 *
 * @param where {@code file:line}
 * @param line the line as written
 * @param expected what it asks for
 * @param found what came instead
 */
public record Unmet(String where, String line, String expected, String found) {
  /** One line: where, what was expected, what came. */
  public String message() {
    return "%s: %s: expected %s, got %s".formatted(where, line, expected, found);
  }
}
