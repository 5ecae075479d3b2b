package dev.soundcheck.schemas;

import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The names of members of which a schema asks more than what kind of value they have: one of some
 * words, a pattern, a range. Two events that differ in other values only are both right or both
 * wrong.
 */
final class TellingNames {
  /** Keywords about one string or number. */
  private static final Set<String> ABOUT_VALUES =
      Set.of(
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf");

  /** The same, unless they are about objects and lists. */
  private static final Set<String> COMPARING = Set.of("const", "enum");

  /** Keywords that we have no use for, and that would compare whole objects and lists. */
  private static final Set<String> NOT_READ =
      Set.of("uniqueItems", "contains", "patternProperties", "$dynamicRef", "unevaluatedItems");

  /** Keywords whose value is a schema for the same value, or for the elements of it. */
  private static final Set<String> SAME_PLACE = Set.of("items", "not", "if", "then", "else");

  /** Keywords whose value is a list of such schemas. */
  private static final Set<String> ALL_OF_THEM = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  /** Keywords that speak of members without naming them. */
  private static final Set<String> UNNAMED =
      Set.of("additionalProperties", "unevaluatedProperties");

  /** After the name of an object: its members, whatever they are called. */
  private static final String MEMBERS = "/*";

  private static final String TOP = "";

  private final SchemaFolders folders;
  private final Set<String> names = new HashSet<>();
  private final Set<String> objects = new HashSet<>();
  private boolean every;
  private final Set<String> visited = new HashSet<>();

  private TellingNames(SchemaFolders folders, String id) {
    this.folders = folders;
    refer(id, TOP);
  }

  /** Those of the schema with this id and of all that it refers to. */
  static TellingNames of(SchemaFolders folders, String id) {
    return new TellingNames(folders, id);
  }

  /** Whether the value of a member matters beyond its kind, in the object that has this name. */
  boolean tells(String object, String member) {
    return every || names.contains(member) || objects.contains(object);
  }

  private void refer(String id, String name) {
    if (visited.add(id + " " + name)) {
      visit(folders.document(id), id, name);
    }
  }

  private void visit(JsonNode schema, String id, String name) {
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      String keyword = member.getKey();
      note(keyword, member.getValue(), name);
      descend(keyword, member.getValue(), id, name);
    }
  }

  private void note(String keyword, JsonNode value, String name) {
    if (NOT_READ.contains(keyword) || (COMPARING.contains(keyword) && !isPlain(value))) {
      every = true;
    } else if (ABOUT_VALUES.contains(keyword) || COMPARING.contains(keyword)) {
      tell(name);
    }
  }

  private void tell(String name) {
    if (name.endsWith(MEMBERS)) {
      objects.add(name.substring(0, name.length() - MEMBERS.length()));
    } else {
      names.add(name);
    }
  }

  private static boolean isPlain(JsonNode value) {
    return value.isArray()
        ? value.valueStream().noneMatch(JsonNode::isContainer)
        : !value.isObject();
  }

  private void descend(String keyword, JsonNode value, String id, String name) {
    if (keyword.equals("$ref")) {
      follow(value.stringValue(), id, name);
    } else if (keyword.equals("properties")) {
      value.properties().forEach(one -> visit(one.getValue(), id, one.getKey()));
    } else if (keyword.equals("dependentSchemas")) {
      value.properties().forEach(one -> visit(one.getValue(), id, name));
    } else if (UNNAMED.contains(keyword)) {
      unnamed(value, id, name);
    } else if (SAME_PLACE.contains(keyword)) {
      visit(value, id, name);
    } else if (ALL_OF_THEM.contains(keyword)) {
      value.forEach(one -> visit(one, id, name));
    }
  }

  private void follow(String reference, String id, String name) {
    if (reference.contains("#")) {
      every = true;
    } else {
      refer(URI.create(id).resolve(reference).toString(), name);
    }
  }

  private void unnamed(JsonNode schema, String id, String name) {
    if (name.endsWith(MEMBERS)) {
      every = true;
    } else {
      visit(schema, id, name + MEMBERS);
    }
  }
}
