package dev.soundcheck.schemas;

/**
 * One thing about an event that the contract does not allow.
 *
 * @param kind what sort of thing
 * @param event the event's {@code type}, or {@code ""} when it has none
 * @param path where in the event, as a JSON path: {@code $.session.tools[0].name}
 * @param expected what the contract says, in words
 * @param found what was there, in words, shortened
 */
public record Finding(Kind kind, String event, String path, String expected, String found) {
  /** Sorts of findings; who said the event decides how much each weighs. */
  public enum Kind {
    /** Breaks the schema: wrong type, missing member, value out of range. */
    INVALID,
    /**
     * A member the schema does not know: ignored from clients, an error in ours, drift in
     * recordings.
     */
    UNKNOWN_MEMBER,
    /** A {@code type} that the catalogue does not have, or that the other side sends. */
    UNKNOWN_EVENT,
    /** No JSON object with a string {@code type} at all. */
    MALFORMED
  }

  /** The path without its root, as an error event's {@code param} carries it. */
  public String param() {
    return path.startsWith("$.") ? path.substring(2) : path;
  }

  /** One line: where, what was expected, what was found. */
  public String message() {
    String what = event.isEmpty() ? "an event" : event;
    return "%s at %s: expected %s, found %s".formatted(what, path, expected, found);
  }
}
