package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.schemas.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a session is asked to be.
 *
 * @param detection whether the server ends turns; by hand otherwise
 * @param silenceMillis how much quiet ends a turn then; the server's usual when empty
 * @param input how the client's sound goes over the wire
 * @param output how the answers' sound comes
 */
public record SessionRequest(
    boolean detection, Optional<Integer> silenceMillis, AudioFormat input, AudioFormat output) {
  /** The {@code session} of a {@code session.update} that asks for it (events.yaml, session). */
  public ObjectNode session() {
    ObjectNode session = Json.mapper().createObjectNode();
    if (detection) {
      ObjectNode turns = session.putObject("turn_detection").put("type", "server_vad");
      silenceMillis.ifPresent(silence -> turns.put("silence_duration_ms", silence));
    } else {
      session.putNull("turn_detection");
    }
    ObjectNode audio = session.putObject("audio");
    ObjectNode in = audio.putObject("input");
    in.set("format", format(input));
    in.putObject("transcription").put("model", "grok-transcribe");
    audio.putObject("output").set("format", format(output));
    return session;
  }

  static ObjectNode format(AudioFormat format) {
    return Json.mapper()
        .createObjectNode()
        .put("type", format.encoding().wire())
        .put("rate", format.rate());
  }
}
