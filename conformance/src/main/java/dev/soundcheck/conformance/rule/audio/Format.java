package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.Settings;
import dev.soundcheck.conformance.rule.Settings.Direction;
import java.util.Optional;

/**
 * An encoding of sound whose bytes can be counted; Opus has no such thing (events.yaml
 * audio_formats).
 *
 * @param sample bytes of a sample
 * @param rate samples a second
 */
record Format(int sample, int rate) {
  /** The output's; empty when its bytes do not say how long it is. */
  static Optional<Format> of(Settings settings) {
    int rate = settings.rate(Direction.OUTPUT);
    return switch (settings.encoding(Direction.OUTPUT)) {
      case "audio/pcm" -> Optional.of(new Format(2, rate));
      case "audio/pcmu", "audio/pcma" -> Optional.of(new Format(1, rate));
      default -> Optional.empty();
    };
  }

  /** The one that was agreed on for this sound; empty while it was being changed. */
  static Optional<Format> of(Sound sound) {
    return sound.agreements().stream()
        .map(Format::of)
        .reduce((one, other) -> one.equals(other) ? one : Optional.empty())
        .flatMap(format -> format);
  }

  /** How long so many bytes sound. */
  double milliseconds(int bytes) {
    return bytes * 1000.0 / (sample * (double) rate);
  }
}
