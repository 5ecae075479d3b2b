package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.Profile;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Which members each event has in a profile, and what stands in them, from a whole session. */
final class Members {
  /** Members whose words are part of the protocol. */
  private static final Set<String> TELLING =
      Set.of("object", "role", "status", "status_details", "type", "voice", "transport");

  /** What clients put there. */
  private static final Set<String> OF_CLIENTS = Set.of("metadata", "replace");

  private final Map<String, Map<String, Set<String>>> events = new TreeMap<>();

  private Members() {}

  static Members of(Profile profile) {
    Members members = new Members();
    for (Studio.Heard one : Everything.said(profile).heard()) {
      Map<String, Set<String>> places =
          members.events.computeIfAbsent(one.type(), type -> new TreeMap<>());
      walk(
          one.json(),
          "",
          (place, value) -> places.computeIfAbsent(place, name -> new TreeSet<>()).add(value));
    }
    return members;
  }

  boolean has(String event) {
    return events.containsKey(event);
  }

  Set<String> places(String event) {
    return events.getOrDefault(event, Map.of()).keySet();
  }

  /** What stands in a member, such as {@code "completed"} or {@code integer}. */
  String cell(String event, String place) {
    Set<String> values = events.getOrDefault(event, Map.of()).getOrDefault(place, Set.of());
    return values.isEmpty() ? "–" : values.stream().collect(Collectors.joining(", "));
  }

  private static void walk(JsonNode json, String place, BiConsumer<String, String> found) {
    if (json.isObject()) {
      json.properties()
          .forEach(
              member -> {
                String inner = place.isEmpty() ? member.getKey() : place + "." + member.getKey();
                found.accept(inner, said(member.getKey(), member.getValue()));
                if (!OF_CLIENTS.contains(member.getKey())) {
                  walk(member.getValue(), inner, found);
                }
              });
    } else if (json.isArray()) {
      json.forEach(element -> walk(element, place + "[]", found));
    }
  }

  private static String said(String key, JsonNode value) {
    if (value.isString()) {
      String text = value.stringValue();
      boolean telling = TELLING.contains(key) || text.isEmpty() || text.equals("0");
      return telling ? "`\"%s\"`".formatted(text) : "string";
    }
    if (value.isBoolean() || value.isNull()) {
      return "`" + value + "`";
    }
    if (value.isArray()) {
      return value.isEmpty() ? "`[]`" : "array";
    }
    return value.isObject() ? (value.isEmpty() ? "`{}`" : "object") : "number";
  }
}
