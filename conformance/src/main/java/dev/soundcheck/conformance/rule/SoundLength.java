package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.Numbers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** How long sound lasts that an event carries. */
public final class SoundLength {
  private static final long NANOS = 1_000_000_000L;
  private static final int PCM_SAMPLE = 2;

  private SoundLength() {}

  /**
   * By its bytes and the settings in force; what they do not tell (Opus, a recording without bytes)
   * by the {@code audio_duration_ms} of the event. Empty when neither says it.
   */
  public static Optional<Duration> of(Event event, Settings settings, Settings.Direction way) {
    int sample = sample(settings.encoding(way));
    OptionalInt bytes = event.sound();
    if (bytes.isPresent() && sample > 0 && settings.rate(way) > 0) {
      return Optional.of(Duration.ofNanos(NANOS * bytes.getAsInt() / sample / settings.rate(way)));
    }
    JsonNode told = event.json().path("audio_duration_ms");
    return Numbers.millis(told);
  }

  /** Bytes of a sample of this encoding; 0 where samples are not so long each. */
  public static int sample(String encoding) {
    return switch (encoding) {
      case "audio/pcm" -> PCM_SAMPLE;
      case "audio/pcmu", "audio/pcma" -> 1;
      default -> 0;
    };
  }
}
