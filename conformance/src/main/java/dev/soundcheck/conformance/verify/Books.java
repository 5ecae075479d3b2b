package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Audio and tokens counted again: the usage of a response against its sums (live-behaviour.md 1.7).
 * Whether a delta is as long as it says, is for those to tell who hear it.
 */
final class Books {
  private final Remarks remarks;
  private final Map<String, Sent> sent = new HashMap<>();

  /** The audio of a response so far: its length as told, and how many deltas told it. */
  private record Sent(double millis, int deltas) {}

  Books(Remarks remarks) {
    this.remarks = remarks;
  }

  void see(Observed.Message event) {
    Optional<EventType> type = EventType.named(event.type());
    if (type.isEmpty()) {
      return;
    }
    switch (type.get()) {
      case RESPONSE_OUTPUT_AUDIO_DELTA -> delta(event);
      case RESPONSE_DONE -> usage(event);
      default -> {}
    }
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
