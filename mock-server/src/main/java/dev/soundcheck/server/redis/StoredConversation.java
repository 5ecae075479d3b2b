package dev.soundcheck.server.redis;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.server.session.Memory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A conversation as it lies in a store: {@code {"used": 1790000000000, "billed": 12.5, "lines":
 * [["item", "words"]]}}.
 *
 * @param usedAt when its last word was said
 */
record StoredConversation(Memory.Kept kept, Instant usedAt) {
  String text() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("used", usedAt.toEpochMilli()).put("billed", kept.billed());
    ArrayNode lines = json.putArray("lines");
    kept.lines().forEach(line -> lines.addArray().add(line.itemId()).add(line.words()));
    return json.toString();
  }

  /** Empty where it is none, such as one of a later version. */
  static Optional<StoredConversation> of(String text) {
    return Json.parse(text)
        .filter(json -> json.path("used").isNumber() && json.path("lines").isArray())
        .map(StoredConversation::read);
  }

  private static StoredConversation read(JsonNode json) {
    List<Memory.Line> lines = new ArrayList<>();
    for (JsonNode line : json.path("lines")) {
      lines.add(new Memory.Line(line.path(0).asString(""), line.path(1).asString("")));
    }
    return new StoredConversation(
        new Memory.Kept(lines, json.path("billed").asDouble(0)),
        Instant.ofEpochMilli(json.path("used").asLong(0)));
  }
}
