package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioFormat;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the client has told the server about turns and sound; what it never told is as the service
 * begins: turns by hand and PCM at 24 kHz (live-behaviour.md 1.2, 1.3).
 *
 * @param detection whether the server ends turns
 * @param silence how much quiet ends a turn then
 * @param binary whether the client's sound goes as binary frames
 */
record Settings(
    boolean detection, Duration silence, AudioFormat input, AudioFormat output, boolean binary) {
  static final Settings BEGINNING =
      new Settings(false, Duration.ofMillis(500), AudioFormat.DEFAULT, AudioFormat.DEFAULT, false);

  /** As they are after a {@code session.update} with this {@code session}. */
  Settings after(JsonNode session) {
    JsonNode sound = session.path("audio");
    JsonNode turns =
        session.has("turn_detection")
            ? session.path("turn_detection")
            : sound.path("input").path("turn_detection");
    return new Settings(
        turns.isMissingNode() ? detection : "server_vad".equals(turns.path("type").asString("")),
        Duration.ofMillis(turns.path("silence_duration_ms").asLong(silence.toMillis())),
        format(sound.path("input"), input),
        format(sound.path("output"), output),
        sound
            .path("input")
            .path("transport")
            .asString(binary ? "binary" : "json")
            .equals("binary"));
  }

  private static AudioFormat format(JsonNode direction, AudioFormat before) {
    JsonNode format = direction.path("format");
    JsonNode rate = format.path("rate");
    return AudioFormat.of(
            format.path("type").asString(""),
            rate.isInt() ? Optional.of(rate.intValue()) : Optional.empty())
        .orElse(before);
  }
}
