package dev.soundcheck.conformance.load;

import dev.soundcheck.schemas.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every session of a load says, written once: UTF-8, never changed (events.yaml,
 * client_events).
 */
@SuppressWarnings("ArrayRecordComponent") // Sent by thousands of sessions; nobody compares them.
record Phrases(byte[] update, byte[] typed, byte[] respond, byte[] commit) {
  static Phrases of(LoadPlan plan) {
    ObjectNode session = plan.session().session();
    ObjectNode update = event("session.update").set("session", session);
    ObjectNode typed = event("conversation.item.create");
    ObjectNode item = typed.putObject("item").put("type", "message").put("role", "user");
    item.putArray("content").addObject().put("type", "input_text").put("text", plan.words());
    ObjectNode respond = event("response.create");
    if (plan.written()) {
      session.putArray("modalities").add("text");
      respond.putObject("response").putArray("modalities").add("text");
    }
    return new Phrases(
        utf8(update), utf8(typed), utf8(respond), utf8(event("input_audio_buffer.commit")));
  }

  private static ObjectNode event(String type) {
    return Json.mapper().createObjectNode().put("type", type);
  }

  private static byte[] utf8(ObjectNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
