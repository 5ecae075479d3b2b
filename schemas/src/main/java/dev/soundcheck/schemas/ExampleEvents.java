package dev.soundcheck.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an event out of its schema, with values as they are on the wire. */
final class ExampleEvents {
  private final String event;
  private final boolean whole;
  private final ExampleValues values = ExampleValues.all();

  private ExampleEvents(EventType type, boolean whole) {
    this.event = type.wire();
    this.whole = whole;
  }

  /** Only what may not be missing. */
  static JsonNode minimal(EventType type, JsonNode inlined) {
    return new ExampleEvents(type, false).object("", inlined);
  }

  /** With the members that are usually there. */
  static JsonNode usual(EventType type, JsonNode inlined) {
    return new ExampleEvents(type, true).object("", inlined);
  }

  private ObjectNode object(String path, JsonNode schema) {
    ObjectNode made = Json.mapper().createObjectNode();
    fill(made, path, schema);
    return made;
  }

  private void fill(ObjectNode made, String path, JsonNode schema) {
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      String name = member.getKey();
      boolean wanted = required.contains(name) || (whole && values.isUsual(event, path, name));
      if (member.getValue().has("not")) {
        made.remove(name);
      } else if (made.has(name) ? !Matching.of(member.getValue(), made.path(name)) : wanted) {
        made.set(name, value(path, name, member.getValue()));
      }
    }
    required.stream()
        .filter(name -> !made.has(name))
        .forEach(name -> made.set(name, value(path, name, Json.mapper().createObjectNode())));
    Stream.concat(Stream.of(schema), schema.path("allOf").valueStream())
        .forEach(part -> branch(made, path, part));
    Stream.of("oneOf", "anyOf")
        .flatMap(keyword -> schema.path(keyword).valueStream().limit(1))
        .forEach(part -> fill(made, path, part));
  }

  private void branch(ObjectNode made, String path, JsonNode part) {
    if (part.has("if")) {
      fill(made, path, part.path(Matching.of(part.path("if"), made) ? "then" : "else"));
    } else if (part.path("not").has("required")) {
      List<JsonNode> together = part.at("/not/required").valueStream().toList();
      if (together.stream().allMatch(name -> made.has(name.asString()))) {
        made.remove(together.get(together.size() - 1).asString());
      }
    }
  }

  private JsonNode value(String path, String name, JsonNode schema) {
    Optional<JsonNode> known = values.of(event, path, name);
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return known.filter(value -> Matching.of(schema, value)).orElseGet(() -> first(schema));
    }
    if (!schema.has("type") && schema.has("else")) {
      return value(path, name, schema.path("else"));
    }
    Stream<JsonNode> forms =
        Stream.of("oneOf", "anyOf").flatMap(keyword -> schema.path(keyword).valueStream());
    Optional<JsonNode> form = forms.findFirst();
    if (!schema.has("type") && form.isPresent()) {
      return value(path, name, form.orElseThrow());
    }
    return typed(name, schema, known);
  }

  private JsonNode typed(String name, JsonNode schema, Optional<JsonNode> known) {
    String type = type(schema);
    if (type.equals("object") && (schema.has("properties") || schema.has("allOf"))) {
      return object(name, schema);
    }
    if (type.equals("array") && !schema.path("items").path("type").asString("").equals("string")) {
      return elements(name, schema);
    }
    return known
        .filter(value -> Matching.of(schema, value))
        .orElseGet(() -> ExampleValues.plain(type, schema));
  }

  private ArrayNode elements(String name, JsonNode schema) {
    ArrayNode made = Json.mapper().createArrayNode();
    int count = whole && schema.has("items") ? 1 : schema.path("minItems").asInt(0);
    for (int i = 0; i < count; i++) {
      made.add(value("", name + "[]", schema.path("items")));
    }
    return made;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.valueStream()
          .map(JsonNode::asString)
          .filter(each -> !each.equals("null"))
          .findFirst()
          .orElse("null");
    }
    return type.asString(schema.has("properties") || schema.has("allOf") ? "object" : "string");
  }

  private static JsonNode first(JsonNode schema) {
    return schema
        .path("enum")
        .valueStream()
        .filter(value -> !value.isNull())
        .findFirst()
        .orElseThrow();
  }
}
