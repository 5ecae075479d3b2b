package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.TraceText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as one line for people: what is too long to be read is counted instead, and keys are
 * left out.
 */
final class EventText {
  /** A transcript is read; base64 is not. */
  private static final int LONGEST_SOUND = 40;

  private static final int LONGEST = 400;

  private EventText() {}

  static String of(JsonNode event) {
    String text = withoutSound(TraceText.event(event)).toString();
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
  }

  private static JsonNode withoutSound(JsonNode event) {
    String member =
        "input_audio_buffer.append".equals(event.path("type").asString("")) ? "audio" : "delta";
    String sound = event.path(member).asString("");
    if (sound.length() <= LONGEST_SOUND || sound.indexOf(' ') >= 0 || !event.isObject()) {
      return event;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    event.properties().forEach(it -> copy.set(it.getKey(), it.getValue()));
    return copy.put(
        member, sound.substring(0, LONGEST_SOUND / 2) + "… (" + sound.length() + " characters)");
  }
}
