package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioFormat;
import java.time.Duration;
import java.util.Optional;

/** How long bytes of a format last. */
final class Lengths {
  private static final long NANOS = 1_000_000_000L;

  private Lengths() {}

  /** Empty for Opus whose bytes are not there: its packets differ. */
  static Optional<Duration> of(AudioFormat format, Payload payload) {
    return format.encoding() == AudioFormat.Encoding.OPUS
        ? payload.bytes().map(OpusTime::of)
        : Optional.of(of(format, payload.count()));
  }

  private static Duration of(AudioFormat format, int bytes) {
    return Duration.ofNanos(NANOS * bytes / format.bytesPerSample() / format.rate());
  }
}
