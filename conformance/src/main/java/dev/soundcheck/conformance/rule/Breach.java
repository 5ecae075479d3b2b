package dev.soundcheck.conformance.rule;

/**
 * One place where a rule was not kept.
 *
 * @param expected what had to be there, in words; every answer that is allowed
 * @param actual what was there instead
 */
public record Breach(String expected, String actual, Where where) {
  /** One line: where, what was expected, what was found. */
  public String message() {
    return "line %d: %s: expected %s, found %s"
        .formatted(where.line(), where.event(), expected, actual);
  }
}
