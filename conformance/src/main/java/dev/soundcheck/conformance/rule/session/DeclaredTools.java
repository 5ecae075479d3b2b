package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.Event;
import java.util.List;

/** The functions that an update declares; the service's own tools have no name there. */
final class DeclaredTools {
  private DeclaredTools() {}

  /** Their names, flat or below {@code function} (events.yaml, session.tools). */
  static List<String> names(Event update) {
    return update
        .json()
        .at("/session/tools")
        .valueStream()
        .map(tool -> tool.path("name").asString(tool.at("/function/name").asString("")))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
