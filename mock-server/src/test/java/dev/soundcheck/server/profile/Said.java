package dev.soundcheck.server.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What of a session can be compared with a capture (decisions.md, last section). */
final class Said {
  private static final String SOUND = "response.output_audio.delta";
  private static final String WORDS = "response.output_audio_transcript.delta";

  private Said() {}

  /** The types in order; deltas of an answer as one, since their sizes were chosen elsewhere. */
  static List<String> by(Studio studio) {
    return types(studio.heard().stream().map(Studio.Heard::json).toList());
  }

  static List<String> types(List<JsonNode> events) {
    List<String> types = new ArrayList<>();
    for (JsonNode event : events) {
      String type = event.path("type").asString();
      String name = type.equals(WORDS) ? SOUND : type;
      boolean run =
          name.equals(SOUND) && !types.isEmpty() && types.get(types.size() - 1).equals(SOUND);
      if (!run) {
        types.add(name);
      }
    }
    return types;
  }

  /** All keys of every event but deltas after the first of an answer, in order, inner ones too. */
  static List<String> keysBy(Studio studio) {
    return keys(studio.heard().stream().map(Studio.Heard::json).toList());
  }

  static List<String> keys(List<JsonNode> events) {
    List<String> keys = new ArrayList<>();
    boolean sounding = false;
    boolean worded = false;
    for (JsonNode event : events) {
      String type = event.path("type").asString();
      boolean repeated = (type.equals(SOUND) && sounding) || (type.equals(WORDS) && worded);
      sounding = type.equals(SOUND) || (sounding && type.equals(WORDS));
      worded = type.equals(WORDS) || (worded && type.equals(SOUND));
      if (!repeated) {
        keys.add(layout(event));
      }
    }
    return keys;
  }

  /** The keys of a value and of all within, with the kinds of leaves. */
  static String layout(JsonNode value) {
    if (value.isObject()) {
      List<String> members = new ArrayList<>();
      value.properties().forEach(one -> members.add(one.getKey() + ":" + layout(one.getValue())));
      return members.toString();
    }
    if (value.isArray()) {
      List<String> elements = new ArrayList<>();
      value.forEach(one -> elements.add(layout(one)));
      return "array" + elements;
    }
    if (value.isNumber()) {
      return value.isIntegralNumber() ? "integer" : "fraction";
    }
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  static List<List<Integer>> textTokensBy(Studio studio) {
    return textTokens(studio.heard().stream().map(Studio.Heard::json).toList());
  }

  /** Of every answer to typed words or tools, what went in and what came out. */
  static List<List<Integer>> textTokens(List<JsonNode> events) {
    return events.stream()
        .filter(event -> event.path("type").asString().equals("response.done"))
        .map(event -> event.path("usage"))
        .filter(usage -> usage.path("input_token_details").path("audio_tokens").asInt() == 0)
        .map(
            usage ->
                List.of(
                    usage.path("input_token_details").path("text_tokens").asInt(),
                    usage.path("output_token_details").path("text_tokens").asInt()))
        .toList();
  }
}
