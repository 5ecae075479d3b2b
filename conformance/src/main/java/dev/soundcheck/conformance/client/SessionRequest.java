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
 * @param binary whether sound goes both ways as binary frames instead of base64 in events
 * @param resumption whether the conversation can be gone on with on a later connection
 */
public record SessionRequest(
    boolean detection,
    Optional<Integer> silenceMillis,
    AudioFormat input,
    AudioFormat output,
    boolean binary,
    boolean resumption) {
  /** One whose sound is in events, and that ends with its connection. */
  public SessionRequest(
      boolean detection, Optional<Integer> silenceMillis, AudioFormat input, AudioFormat output) {
    this(detection, silenceMillis, input, output, false, false);
  }

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
    ObjectNode out = audio.putObject("output");
    out.set("format", format(output));
    if (binary) {
      in.put("transport", "binary");
      out.put("transport", "binary");
    }
    in.putObject("transcription").put("model", "grok-transcribe");
    if (resumption) {
      session.putObject("resumption").put("enabled", true);
    }
    return session;
  }

  static ObjectNode format(AudioFormat format) {
    return Json.mapper()
        .createObjectNode()
        .put("type", format.encoding().wire())
        .put("rate", format.rate());
  }
}
