package dev.soundcheck.conformance.report;

import dev.soundcheck.schemas.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** What every event has, or nobody reads. */
  private static final Set<String> USUAL = Set.of("type", "event_id", "previous_item_id");

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
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    event.properties().stream()
        .filter(member -> !USUAL.contains(member.getKey()))
        .limit(MOST_MEMBERS)
        .forEach(member -> rest.set(member.getKey(), shortened(member.getValue())));
    return rest.isEmpty() ? "" : Plain.line(rest.toString(), LONGEST_GIST);
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
