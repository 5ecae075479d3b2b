package dev.soundcheck.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * In which forms a client wants to be answered, under either of its names (live-behaviour.md 2.15).
 */
final class Modalities {
  private Modalities() {}

  /** Whether text alone is asked for; empty when nothing is. */
  static Optional<Boolean> textOnly(JsonNode sent) {
    JsonNode forms =
        sent.has("modalities") ? sent.path("modalities") : sent.path("output_modalities");
    if (!forms.isArray() || forms.isEmpty()) {
      return Optional.empty();
    }
    List<String> asked = new ArrayList<>();
    forms.forEach(form -> asked.add(form.asString("")));
    return Optional.of(!asked.contains("audio"));
  }
}
