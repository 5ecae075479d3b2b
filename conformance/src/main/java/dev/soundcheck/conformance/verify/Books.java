package dev.soundcheck.conformance.verify;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.schemas.AudioDigest;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.TraceAudio;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Audio and tokens counted again: {@code audio_duration_ms} against the bytes of its delta, and the
 * usage of a response against its sums (live-behaviour.md 6 and 1.7).
 */
final class Books {
  private final Remarks remarks;
  private final boolean whole;
  private final Map<String, Sent> sent = new HashMap<>();
  private double bytesPerMilli = bytesPerMilli(AudioFormat.DEFAULT);

  /** The audio of a response so far: its length as told, and how many deltas told it. */
  private record Sent(double millis, int deltas) {}

  Books(TraceAudio audio, Remarks remarks) {
    this.remarks = remarks;
    whole = audio != TraceAudio.SHORTENED;
  }

  void see(Observed.Message event) {
    Optional<EventType> type = EventType.named(event.type());
    if (type.isEmpty()) {
      return;
    }
    switch (type.get()) {
      case SESSION_UPDATED -> format(event.json().at("/session/audio/output/format"));
      case RESPONSE_OUTPUT_AUDIO_DELTA -> delta(event);
      case RESPONSE_DONE -> usage(event);
      default -> {}
    }
  }

  /** A format without a fixed rate, such as Opus, has 0, which turns the check off. */
  private void format(JsonNode format) {
    Optional<Integer> rate =
        Optional.of(format.path("rate")).filter(JsonNode::isInt).map(JsonNode::intValue);
    bytesPerMilli =
        AudioFormat.of(format.path("type").asString(AudioFormat.DEFAULT.encoding().wire()), rate)
            .map(Books::bytesPerMilli)
            .orElse(0.0);
  }

  private static double bytesPerMilli(AudioFormat format) {
    return format.rate() * format.bytesPerSample() / 1000.0;
  }

  private void delta(Observed.Message event) {
    JsonNode duration = event.json().path("audio_duration_ms");
    if (!duration.isNumber()) {
      return;
    }
    String response = event.json().path("response_id").asString("");
    sent.merge(
        response,
        new Sent(duration.doubleValue(), 1),
        (one, other) -> new Sent(one.millis() + other.millis(), one.deltas() + 1));
    double lasts = bytes(event) / bytesPerMilli;
    if (whole && bytesPerMilli > 0 && Math.abs(lasts - duration.doubleValue()) > 1) {
      remarks.broken(
          "audio",
          event,
          "$.audio_duration_ms: expected %.1f for %d bytes, found %s"
              .formatted(lasts, bytes(event), duration));
    }
  }

  private static int bytes(Observed.Message event) {
    AudioDigest digest = event.hashed().get("/delta");
    if (digest != null) {
      return digest.bytes();
    }
    String text = event.json().path("delta").asString("");
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    return text.length() / 4 * 3 - padding;
  }

  private void usage(Observed.Message event) {
    JsonNode usage = event.json().path("usage");
    sum(event, usage, "total_tokens", usage.path("input_tokens"), usage.path("output_tokens"));
    details(event, usage, "input_tokens", usage.path("input_token_details"));
    details(event, usage, "output_tokens", usage.path("output_token_details"));
    String response = event.json().at("/response/id").asString("");
    seconds(event, usage.path("output_audio_seconds"), sent.remove(response));
  }

  private void details(Observed.Message event, JsonNode usage, String total, JsonNode parts) {
    sum(
        event,
        usage,
        total,
        parts.path("text_tokens"),
        parts.path("audio_tokens"),
        parts.path("grok_tokens"));
  }

  private void sum(Observed.Message event, JsonNode usage, String total, JsonNode... parts) {
    long sum = 0;
    for (JsonNode part : parts) {
      if (!part.isIntegralNumber()) {
        return;
      }
      sum += part.longValue();
    }
    JsonNode found = usage.path(total);
    if (found.isIntegralNumber() && found.longValue() != sum) {
      remarks.broken(
          "usage", event, "$.usage.%s: expected %d, found %s".formatted(total, sum, found));
    }
  }

  /**
   * Durations are rounded, so the sum is off by half a millisecond for each delta (decisions.md).
   */
  private void seconds(Observed.Message event, JsonNode seconds, @Nullable Sent audio) {
    if (!seconds.isNumber() || audio == null) {
      return;
    }
    double off = Math.abs(seconds.doubleValue() * 1000 - audio.millis());
    if (off > 0.5 * audio.deltas() + 0.001) {
      remarks.broken(
          "usage",
          event,
          "$.usage.output_audio_seconds: expected about %.3f, found %s"
              .formatted(audio.millis() / 1000, seconds));
    }
  }
}
