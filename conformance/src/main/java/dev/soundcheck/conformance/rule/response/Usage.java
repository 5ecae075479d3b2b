package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The figures of a response, where its profile has them. */
final class Usage {
  private Usage() {}

  /** All that have something: beside the response, as captured, or inside it, as documented. */
  static List<JsonNode> of(Event done) {
    return Stream.of("/usage", "/response/usage")
        .map(place -> done.json().at(place))
        .filter(usage -> usage.isObject() && !usage.isEmpty())
        .toList();
  }
}
