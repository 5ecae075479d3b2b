package dev.soundcheck.schemas;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event and its audio, taken apart. Only what is base64 counts as audio, so that anything else
 * in its place is read like other text.
 *
 * @param rest the event with empty texts where audio stood; the event itself when it has none
 * @param audio the base64 texts, by JSON pointer
 */
record AudioApart(JsonNode rest, Map<String, String> audio) {
  static AudioApart of(JsonNode event) {
    Map<String, String> audio = new LinkedHashMap<>();
    for (String place : places(event)) {
      String text = event.at(place).asString("");
      if (!text.isEmpty() && isBase64(text)) {
        audio.put(place, text);
      }
    }
    if (audio.isEmpty()) {
      return new AudioApart(event, audio);
    }
    JsonNode rest = event.deepCopy();
    audio.keySet().forEach(place -> put(rest, place, ""));
    return new AudioApart(rest, audio);
  }

  /** This event with the audio back in its places. */
  JsonNode joinedTo(JsonNode event) {
    if (audio.isEmpty()) {
      return event;
    }
    JsonNode whole = event.deepCopy();
    audio.forEach((place, text) -> put(whole, place, text));
    return whole;
  }

  /** Length and hash of each piece of audio, by JSON pointer. */
  Map<String, AudioDigest> digests() {
    Map<String, AudioDigest> digests = new LinkedHashMap<>();
    audio.forEach(
        (place, text) -> digests.put(place, AudioDigest.of(Base64.getDecoder().decode(text))));
    return digests;
  }

  /** Where the protocol has audio (events.yaml: append, delta, content_part). */
  private static List<String> places(JsonNode event) {
    List<String> places = new ArrayList<>(List.of("/part/audio"));
    switch (event.path("type").asString("")) {
      case "input_audio_buffer.append" -> places.add("/audio");
      case "response.output_audio.delta", "response.audio.delta" -> places.add("/delta");
      default -> {}
    }
    contents("/item", event.path("item")).forEach(places::add);
    JsonNode items = event.path("response").path("output");
    for (int i = 0; i < items.size(); i++) {
      contents("/response/output/" + i, items.path(i)).forEach(places::add);
    }
    return places;
  }

  private static Stream<String> contents(String place, JsonNode item) {
    return Stream.iterate(0, i -> i + 1)
        .limit(item.path("content").size())
        .map(i -> place + "/content/" + i + "/audio");
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static void put(JsonNode event, String place, String text) {
    JsonPointer pointer = JsonPointer.compile(place);
    if (event.at(pointer.head()) instanceof ObjectNode parent) {
      parent.put(pointer.last().getMatchingProperty(), text);
    }
  }
}
