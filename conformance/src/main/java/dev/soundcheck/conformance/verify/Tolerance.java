package dev.soundcheck.conformance.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One thing in which two recordings of the same conversation may differ.
 *
 * @param events the events it holds for, by name; {@code *} is all
 * @param at where in the event, as a JSON pointer; {@code *} is any one member or element
 * @param may how far they may differ
 * @param because why
 */
record Tolerance(Set<String> events, String at, May may, String because) {
  /** How far two values may differ; the kind of value (a string, a number) is the same always. */
  enum May {
    /** Any other value of the same kind. */
    DIFFER,
    /** Another name for the same thing: one for one, throughout both recordings. */
    RENAME,
    /** Other words of a speaker with a mind of its own. */
    REWORD
  }

  Tolerance {
    events = Set.copyOf(events);
  }

  boolean covers(String event, List<String> path) {
    if (!events.contains("*") && !events.contains(event)) {
      return false;
    }
    List<String> pattern = Arrays.asList(at.substring(1).split("/"));
    if (pattern.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!pattern.get(i).equals("*") && !pattern.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
