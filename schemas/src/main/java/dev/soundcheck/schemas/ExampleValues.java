package dev.soundcheck.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

  /**
   * What a member says: in this event and below this parent, in this event, else everywhere.
   *
   * @param parent the member it stands in, such as {@code content[]}; empty at the top
   */
  Optional<JsonNode> of(String event, String parent, String member) {
    return find(List.of(event, "everywhere", "where_required"), parent, member);
  }

  /** Whether the member is there even if it need not be. */
  boolean isUsual(String event, String parent, String member) {
    return find(List.of(event, "everywhere"), parent, member).isPresent();
  }

  private Optional<JsonNode> find(List<String> groups, String parent, String member) {
    return groups.stream()
        .map(values::path)
        .flatMap(group -> Stream.of(group.path(parent + "." + member), group.path(member)))
        .filter(value -> !value.isMissingNode())
        .findFirst();
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
