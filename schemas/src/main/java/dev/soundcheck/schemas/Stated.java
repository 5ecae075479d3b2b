package dev.soundcheck.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a schema states, in words. */
final class Stated {
  private Stated() {}

  /** The kinds of value that are allowed. */
  static String type(JsonNode schema) {
    if (schema.has("type")) {
      String each = schema.path("items").has("type") ? " of: " + type(schema.path("items")) : "";
      return Words.types(schema.path("type")) + each;
    }
    return schema.has("properties") ? "an object" : "any value";
  }

  /** What narrows the value down. */
  static String limits(JsonNode schema) {
    List<String> limits = new ArrayList<>();
    add(limits, schema, "const", "always %s", true);
    if (schema.has("enum")) {
      limits.add(Words.choice(schema.path("enum")));
    }
    add(limits, schema, "minimum", "from %s", true);
    add(limits, schema, "maximum", "up to %s", true);
    add(limits, schema, "maxLength", "at most %s characters", true);
    add(limits, schema, "minItems", "at least %s elements", true);
    add(limits, schema, "maxItems", "at most %s elements", true);
    add(limits, schema, "maxProperties", "at most %s members", true);
    add(limits, schema, "format", "a %s", false);
    add(limits, schema, "pattern", "like %s", false);
    if (schema.path("not").isObject()) {
      limits.add("not allowed");
    }
    return String.join(", ", limits);
  }

  /** A condition: which members there are, and what they say. */
  static String condition(JsonNode schema) {
    if (schema.has("not")) {
      return "not (" + condition(schema.path("not")) + ")";
    }
    List<String> said =
        schema
            .path("properties")
            .propertyStream()
            .map(member -> member.getKey() + " is " + said(member))
            .toList();
    if (!said.isEmpty()) {
      return String.join(" and ", said);
    }
    return schema.has("required")
        ? schema
            .path("required")
            .valueStream()
            .map(member -> member.asString() + " is there")
            .collect(Collectors.joining(" and "))
        : "it is " + type(schema);
  }

  private static String said(Map.Entry<String, JsonNode> member) {
    String limits = limits(member.getValue());
    return limits.startsWith("always ") ? limits.substring("always ".length()) : limits;
  }

  private static void add(
      List<String> limits, JsonNode schema, String keyword, String words, boolean quoted) {
    if (schema.has(keyword)) {
      JsonNode value = schema.path(keyword);
      limits.add(words.formatted(quoted ? Words.value(value) : value.asString()));
    }
  }
}
