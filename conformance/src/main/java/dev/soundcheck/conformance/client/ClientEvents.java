package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Json;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** The events a client sends, as the vendor lists them (events.yaml, client_events). */
final class ClientEvents {
  private ClientEvents() {}

  static ObjectNode update(ObjectNode session) {
    return of("session.update").set("session", session);
  }

  static ObjectNode append(byte[] sound) {
    return of("input_audio_buffer.append").put("audio", Base64.getEncoder().encodeToString(sound));
  }

  static ObjectNode commit() {
    return of("input_audio_buffer.commit");
  }

  static ObjectNode typed(String words) {
    ObjectNode event = of("conversation.item.create");
    ObjectNode item = event.putObject("item").put("type", "message").put("role", "user");
    item.putArray("content").addObject().put("type", "input_text").put("text", words);
    return event;
  }

  static ObjectNode output(String callId, String output) {
    ObjectNode event = of("conversation.item.create");
    event
        .putObject("item")
        .put("type", "function_call_output")
        .put("call_id", callId)
        .put("output", output);
    return event;
  }

  static ObjectNode respond() {
    return of("response.create");
  }

  /** What was not played of an item was never said. */
  static ObjectNode truncate(Tape heard) {
    return of("conversation.item.truncate")
        .put("item_id", heard.item())
        .put("content_index", heard.content())
        .put("audio_end_ms", heard.played().length().toMillis());
  }

  static ObjectNode cancel() {
    return of("response.cancel");
  }

  /** Any event: its type first, then the rest as written. */
  static ObjectNode of(String type, ObjectNode body) {
    ObjectNode event = of(type);
    body.properties().forEach(member -> event.set(member.getKey(), member.getValue()));
    return event;
  }

  /** An event of which nothing but its name matters. */
  static ObjectNode named(String type) {
    return of(type);
  }

  private static ObjectNode of(String type) {
    return Json.mapper().createObjectNode().put("type", type);
  }
}
