package dev.soundcheck.schemas;

import tools.jackson.databind.JsonNode;

/**
 * Whether a value has what a condition of our schemas asks for. Knows only the keywords that
 * conditions use; whole events are judged by {@link EventValidator}.
 */
final class Matching {
  private Matching() {}

  static boolean of(JsonNode schema, JsonNode value) {
    return type(schema.path("type"), value)
        && (!schema.has("const") || schema.path("const").equals(value))
        && (!schema.has("enum")
            || schema.path("enum").valueStream().anyMatch(each -> each.equals(value)))
        && schema.path("required").valueStream().allMatch(name -> value.has(name.asString()))
        && schema
            .path("properties")
            .propertyStream()
            .allMatch(
                member ->
                    !value.has(member.getKey())
                        || of(member.getValue(), value.path(member.getKey())))
        && !(schema.has("not") && of(schema.path("not"), value));
  }

  private static boolean type(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      return type.valueStream().anyMatch(each -> type(each, value));
    }
    return switch (type.asString("")) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> true;
    };
  }
}
