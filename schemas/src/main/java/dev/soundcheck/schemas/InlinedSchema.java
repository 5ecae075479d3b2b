package dev.soundcheck.schemas;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An event's schema with everything it refers to put in place, for those who explain it. */
final class InlinedSchema {
  private final SchemaFolders folders;

  private InlinedSchema(SchemaFolders folders) {
    this.folders = folders;
  }

  static JsonNode of(Profile profile, EventType type) {
    return new InlinedSchema(new SchemaFolders(profile)).document(SchemaFolders.id(type));
  }

  private JsonNode document(String id) {
    return inlined(folders.document(id), id);
  }

  private JsonNode inlined(JsonNode schema, String id) {
    if (schema instanceof ArrayNode list) {
      ArrayNode copy = Json.mapper().createArrayNode();
      list.forEach(element -> copy.add(inlined(element, id)));
      return copy;
    }
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode copy = Json.mapper().createObjectNode();
    JsonNode reference = schema.path("$ref");
    if (reference.isString()) {
      document(URI.create(id).resolve(reference.stringValue()).toString())
          .propertyStream()
          .forEach(keyword -> copy.set(keyword.getKey(), keyword.getValue()));
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!keyword.getKey().startsWith("$")) {
        copy.set(keyword.getKey(), inlined(keyword.getValue(), id));
      }
    }
    return copy;
  }
}
