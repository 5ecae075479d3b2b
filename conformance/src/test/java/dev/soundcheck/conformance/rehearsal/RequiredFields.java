package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.schemas.Profile;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table of clients.md §9: what strict clients need of each event of a server. */
final class RequiredFields {
  private final Map<String, List<Field>> table = new TreeMap<>();

  /**
   * One field of one kind of event.
   *
   * @param path its place, {@code []} for each element of an array
   * @param type the kind of JSON value, {@code ?} for any
   * @param neededBy the clients that refuse an event without it
   * @param notNullFor the clients that refuse it when it is null
   */
  private record Field(
      List<String> path, String type, Set<String> neededBy, Set<String> notNullFor) {}

  /** Pipecat runs on every shape of the wire; the other strict ones need that of openai-ga. */
  private static final Set<String> PIPECAT = Set.of("P", "P1", "P17", "Pm");

  private static final Set<String> ALL = Set.of("P", "P1", "P17", "Pm", "O", "J", "A", "R");

  private RequiredFields() {}

  /** The letters of the clients that have to be able to read a profile. */
  static Set<String> clients(Profile profile) {
    return profile == Profile.OPENAI_GA ? ALL : PIPECAT;
  }

  static RequiredFields read() {
    RequiredFields fields = new RequiredFields();
    try (InputStream file = RequiredFields.class.getResourceAsStream("required-fields.yaml")) {
      new YAMLMapper().readTree(file).properties().forEach(event -> fields.add(event));
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    return fields;
  }

  private void add(Map.Entry<String, JsonNode> event) {
    List<Field> rows = new ArrayList<>();
    event
        .getValue()
        .properties()
        .forEach(
            row ->
                rows.add(
                    new Field(
                        List.of(row.getKey().split("\\.")),
                        row.getValue().get(0).stringValue(),
                        letters(row.getValue().get(1)),
                        letters(row.getValue().get(2)))));
    table.put(event.getKey(), rows);
  }

  private static Set<String> letters(JsonNode words) {
    return Set.copyOf(Arrays.stream(words.stringValue().split(" ")).distinct().toList());
  }

  /** The names of the table's rows. */
  Set<String> kinds() {
    return table.keySet();
  }

  /** Which row of the table an event is; none for one that is not in it. */
  Optional<String> kind(JsonNode event) {
    String type = event.path("type").asString("");
    return Optional.of(type + of(type, event.path("item"))).filter(table::containsKey);
  }

  private static String of(String type, JsonNode item) {
    String what = item.path("type").asString("");
    if (type.startsWith("response.output_item.")) {
      return " [" + what + "]";
    }
    if (!type.equals("conversation.item.added")) {
      return "";
    }
    if (!what.equals("message")) {
      return " [" + what + "]";
    }
    boolean spoken = item.at("/content/0/type").asString("").equals("input_audio");
    return item.path("role").asString("").equals("assistant")
        ? " [assistant]"
        : spoken ? " [user audio]" : " [user text]";
  }

  /** What these clients would refuse about it, in words. */
  List<String> missing(JsonNode event, Set<String> clients) {
    List<String> missing = new ArrayList<>();
    kind(event)
        .ifPresent(
            kind ->
                table
                    .get(kind)
                    .forEach(field -> look(event, field.path(), field, clients, kind, missing)));
    return missing;
  }

  private static void look(
      JsonNode node,
      List<String> path,
      Field field,
      Set<String> clients,
      String kind,
      List<String> missing) {
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (name.startsWith("[")) {
      String type = name.substring(1, name.length() - 1);
      node.valueStream()
          .filter(one -> type.isEmpty() || type.equals(one.path("type").asString("")))
          .forEach(one -> look(one, rest, field, clients, kind, missing));
      return;
    }
    JsonNode value = node.path(name);
    if (!rest.isEmpty()) {
      if (value.isContainer()) {
        look(value, rest, field, clients, kind, missing);
      }
      return;
    }
    boolean needed = field.neededBy().stream().anyMatch(clients::contains);
    boolean notNull = needed || field.notNullFor().stream().anyMatch(clients::contains);
    if ((needed && value.isMissingNode()) || (notNull && value.isNull())) {
      missing.add(
          "%s: %s is %s".formatted(kind, field.path(), value.isNull() ? "null" : "missing"));
    } else if (needed && !value.isMissingNode() && !fits(value, field.type())) {
      missing.add("%s: %s is %s, no %s".formatted(kind, field.path(), value, field.type()));
    }
  }

  private static boolean fits(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isString();
      case "int" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      default -> true;
    };
  }
}
