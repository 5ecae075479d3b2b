package dev.soundcheck.script;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A place in JSON that a scenario leaves open, as {@code "{any string}"}. */
enum Blank {
  VALUE("any value"),
  STRING("any string"),
  NUMBER("any number"),
  BOOLEAN("any boolean"),
  ARRAY("any array"),
  OBJECT("any object"),
  NOTHING("absent");

  private final String shown;

  Blank(String shown) {
    this.shown = shown;
  }

  /** The blank that this value is, if it is one. */
  static Optional<Blank> in(JsonNode value) {
    return value.isString()
        ? Arrays.stream(values())
            .filter(one -> value.stringValue().equals("{" + one.shown + "}"))
            .findFirst()
        : Optional.empty();
  }

  /** All of them as they are written, without braces. */
  static List<String> names() {
    return Arrays.stream(values()).map(one -> one.shown).toList();
  }

  boolean filledBy(JsonNode found) {
    return switch (this) {
      case VALUE -> !found.isMissingNode();
      case STRING -> found.isString();
      case NUMBER -> found.isNumber();
      case BOOLEAN -> found.isBoolean();
      case ARRAY -> found.isArray();
      case OBJECT -> found.isObject();
      case NOTHING -> found.isMissingNode();
    };
  }

  /** What is sent in its place; missing when nothing is. */
  JsonNode example() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (this) {
      case VALUE, STRING -> json.stringNode(shown);
      case NUMBER -> json.numberNode(1);
      case BOOLEAN -> json.booleanNode(true);
      case ARRAY -> json.arrayNode();
      case OBJECT -> json.objectNode();
      case NOTHING -> json.missingNode();
    };
  }
}
