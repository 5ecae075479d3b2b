package dev.soundcheck.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says in plain words what a schema asked for at the place where an event does not keep it. */
final class Expectation {
  private final SchemaFolders folders;

  Expectation(SchemaFolders folders) {
    this.folders = folders;
  }

  /** What this broken keyword, with the keywords beside it, asks for. */
  String of(Error error) {
    JsonNode keyword = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> Words.types(keyword);
      case "enum" -> Words.choice(keyword);
      case "const" -> Words.value(keyword);
      case "minimum", "maximum" -> range(holder(error));
      case "minItems", "maxItems" -> count(holder(error));
      case "maxProperties" -> "at most " + keyword + " members";
      case "maxLength" -> "at most " + keyword + " characters";
      case "propertyNames" -> "a name of at most " + keyword.get("maxLength") + " characters";
      case "format" -> keyword.asString().equals("date") ? "a date such as 2026-01-31" : "a URI";
      default -> described(error);
    };
  }

  /** What a member that is missing should have been. */
  String ofMissing(Error error) {
    return ofSchema(holder(error).path("properties").path(name(error)), holderId(error));
  }

  /** The members that the broken {@code additionalProperties} stands beside. */
  List<String> knownMembers(Error error) {
    return List.copyOf(holder(error).path("properties").propertyNames());
  }

  private String ofSchema(JsonNode schema, String id) {
    if (schema.has("type")) {
      return Words.types(schema.get("type"));
    }
    if (schema.has("const")) {
      return Words.value(schema.get("const"));
    }
    if (schema.has("enum")) {
      return Words.choice(schema.get("enum"));
    }
    if (schema.has("$ref")) {
      String target = URI.create(id).resolve(schema.get("$ref").asString()).toString();
      return ofSchema(folders.document(target), target);
    }
    return "this member";
  }

  private static String range(JsonNode schema) {
    String kind = Words.types(schema.path("type"));
    return "%s from %s to %s".formatted(kind, schema.get("minimum"), schema.get("maximum"));
  }

  private static String count(JsonNode schema) {
    JsonNode most = schema.path("maxItems");
    return schema.path("minItems").equals(most)
        ? "an array of exactly " + most
        : "an array of at most " + most;
  }

  private String described(Error error) {
    return holder(error).path("description").asString("what \"" + error.getKeyword() + "\" asks");
  }

  /** The schema that holds the broken keyword. */
  private JsonNode holder(Error error) {
    JsonNode schema = folders.document(holderId(error));
    NodePath fragment = error.getSchemaLocation().getFragment();
    for (int i = 0; i < fragment.getNameCount() - 1; i++) {
      Object step = fragment.getElement(i);
      schema = step instanceof Integer index ? schema.path(index) : schema.path((String) step);
    }
    return schema;
  }

  private static String holderId(Error error) {
    return String.valueOf(error.getSchemaLocation().getAbsoluteIri());
  }

  private static String name(Error error) {
    return String.valueOf(error.getProperty());
  }
}
