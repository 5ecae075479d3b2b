package dev.soundcheck.conformance.report;

import dev.soundcheck.schemas.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Events for people: what is too long to be read is counted instead. */
final class EventText {
  private static final int LONGEST_TEXT = 600;
  private static final int LONGEST_OPAQUE = 72;
  private static final int SHOWN_OPAQUE = 24;
  private static final int MOST_MEMBERS = 80;
  private static final int LONGEST_EVENT = 12_000;
  private static final int LONGEST_GIST = 240;

  private static final int SHOWN_ID = 8;

  /** Long, with digits in it, and nothing to read: a UUID and the like. */
  private static final Pattern ID = Pattern.compile("(?=.*[0-9])[0-9A-Za-z_-]{20,}");

  /** What every event has, or nobody reads. */
  private static final Set<String> USUAL = Set.of("type", "event_id", "previous_item_id");

  /** What only repeats where it stands. */
  private static final Set<String> NESTED = Set.of("object");

  /** Where events say something that is meant for people. */
  private static final List<String> SPOKEN =
      List.of("/transcript", "/text", "/delta", "/error/message", "/reason");

  private EventText() {}

  /** What it says, in one line. */
  static String gist(JsonNode event) {
    for (String pointer : SPOKEN) {
      String words = event.at(pointer).asString("");
      if (!words.isBlank() && !opaque(words)) {
        return "“" + Plain.line(words, LONGEST_GIST) + "”";
      }
    }
    return Plain.line(members(event, USUAL).collect(Collectors.joining(", ")), LONGEST_GIST);
  }

  /** Without quotation marks, and of ids only what tells them apart. */
  private static Stream<String> members(JsonNode object, Set<String> without) {
    return object.properties().stream()
        .filter(member -> !without.contains(member.getKey()) && !says(member.getValue(), ""))
        .limit(MOST_MEMBERS)
        .map(
            member ->
                Plain.line(member.getKey(), LONGEST_OPAQUE) + ": " + brief(member.getValue()));
  }

  private static boolean says(JsonNode value, String text) {
    return value.isString() && value.stringValue().equals(text);
  }

  private static String brief(JsonNode value) {
    if (value.isObject()) {
      return "{" + members(value, NESTED).collect(Collectors.joining(", ")) + "}";
    }
    if (value.isArray()) {
      return value
          .valueStream()
          .limit(MOST_MEMBERS)
          .map(EventText::brief)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    String text = value.asString("");
    boolean id = value.isString() && ID.matcher(text).matches();
    return id ? text.substring(0, SHOWN_ID) + "…" : Plain.line(text, LONGEST_OPAQUE);
  }

  /** All of it, in lines, with a word for each part that is left out. */
  static String whole(JsonNode event) {
    return Plain.lines(
        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(shortened(event)),
        LONGEST_EVENT);
  }

  private static JsonNode shortened(JsonNode value) {
    if (value.isString()) {
      return JsonNodeFactory.instance.stringNode(shortened(value.stringValue()));
    }
    if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.valueStream().limit(MOST_MEMBERS).forEach(element -> copy.add(shortened(element)));
      return value.size() > MOST_MEMBERS ? copy.add(more(value)) : copy;
    }
    if (value.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      value.properties().stream()
          .limit(MOST_MEMBERS)
          .forEach(
              member ->
                  copy.set(
                      Plain.line(member.getKey(), LONGEST_OPAQUE), shortened(member.getValue())));
      return value.size() > MOST_MEMBERS ? copy.put("…", more(value)) : copy;
    }
    return value;
  }

  private static String more(JsonNode value) {
    return String.format(Locale.ROOT, "… (%,d in all)", value.size());
  }

  private static String shortened(String text) {
    return opaque(text) ? Plain.line(text, SHOWN_OPAQUE) : Plain.lines(text, LONGEST_TEXT);
  }

  /** Base64 and the like: long, and not a blank in it. */
  private static boolean opaque(String text) {
    return text.length() > LONGEST_OPAQUE
        && text.chars().limit(LONGEST_OPAQUE).allMatch(c -> c > ' ' && c < 0x7F);
  }
}
