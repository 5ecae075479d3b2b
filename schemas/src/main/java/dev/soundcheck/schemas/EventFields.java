package dev.soundcheck.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Lists the members of an event out of its schema. */
final class EventFields {
  private static final Pattern SOURCE = Pattern.compile("\\(([^()]*\\.(?:md|yaml)[^()]*)\\)\\.?$");

  private final List<EventField> fields = new ArrayList<>();

  private EventFields() {}

  static List<EventField> of(JsonNode inlined) {
    EventFields all = new EventFields();
    all.members("", inlined, "", source(inlined, ""));
    return List.copyOf(all.fields);
  }

  /** The source that a description ends with, or the one of what is around it. */
  static String source(JsonNode schema, String around) {
    Matcher matcher = SOURCE.matcher(schema.path("description").asString(""));
    return matcher.find() ? matcher.group(1) : around;
  }

  private void members(String path, JsonNode schema, String when, String around) {
    String source = source(schema, around);
    Set<String> required =
        schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      JsonNode value = member.getValue();
      boolean needed = required.contains(member.getKey());
      String type = Stated.type(value);
      String known = source(value, source);
      fields.add(new EventField(name, type, needed, Stated.limits(value), when, known));
      members(name, value, when, known);
    }
    if (schema.has("items")) {
      members(path + "[]", schema.path("items"), when, source);
    }
    Stream.concat(Stream.of(schema), schema.path("allOf").valueStream())
        .forEach(part -> branches(path, part, when, source));
    Stream.of("oneOf", "anyOf")
        .flatMap(keyword -> schema.path(keyword).valueStream())
        .forEach(part -> members(path, part, and(when, "in one form"), source));
  }

  private void branches(String path, JsonNode schema, String when, String source) {
    if (schema.has("if")) {
      String condition = Stated.condition(schema.path("if"));
      members(path, schema.path("then"), and(when, "when " + condition), source);
      members(path, schema.path("else"), and(when, "unless " + condition), source);
    }
  }

  private static String and(String when, String more) {
    return when.isEmpty() ? more : when + ", " + more;
  }
}
