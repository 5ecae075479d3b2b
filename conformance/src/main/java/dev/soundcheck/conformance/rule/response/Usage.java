package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The figures of a response, where its profile has them. */
final class Usage {
  private Usage() {}

  /** Where they may be: beside the response, as captured, or inside it, as documented. */
  static List<JsonNode> of(Event done) {
    return List.of(done.json().at("/usage"), done.json().at("/response/usage"));
  }
}
