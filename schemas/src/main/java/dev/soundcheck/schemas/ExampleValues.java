package dev.soundcheck.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What members say in examples; those without a value here are left out where they may be. */
final class ExampleValues {
  private static final ExampleValues ALL = new ExampleValues(read());

  private final JsonNode values;

  private ExampleValues(JsonNode values) {
    this.values = values;
  }

  static ExampleValues all() {
    return ALL;
  }

  /** What a member says in this event: its own words there, else those it has everywhere. */
  Optional<JsonNode> of(String event, String member) {
    JsonNode own = values.path(event).path(member);
    return Optional.of(own.isMissingNode() ? values.path("everywhere").path(member) : own)
        .filter(value -> !value.isMissingNode());
  }

  boolean isUsual(String event, String member) {
    return of(event, member).isPresent();
  }

  /** A value that says nothing, of the type that the schema asks for. */
  static JsonNode plain(String type, JsonNode schema) {
    var nodes = Json.mapper().getNodeFactory();
    return switch (type) {
      case "integer" -> nodes.numberNode(schema.path("minimum").asInt(0));
      case "number" -> nodes.numberNode(schema.path("minimum").asDouble(1.0));
      case "boolean" -> nodes.booleanNode(true);
      case "array" -> nodes.arrayNode();
      case "object" -> nodes.objectNode();
      case "null" -> nodes.nullNode();
      default -> nodes.stringNode("text");
    };
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(ExampleValues.class.getResourceAsStream("example-values.json"))) {
      return Json.mapper().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the values of examples cannot be read", unreadable);
    }
  }
}
