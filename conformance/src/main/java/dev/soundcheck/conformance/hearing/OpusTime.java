package dev.soundcheck.conformance.hearing;

import java.time.Duration;

/** How long a raw Opus packet lasts, by its first bytes (RFC 6716 section 3.1). */
final class OpusTime {
  private static final int[] SILK_MICROS = {10_000, 20_000, 40_000, 60_000};
  private static final int[] HYBRID_MICROS = {10_000, 20_000};
  private static final int[] CELT_MICROS = {2_500, 5_000, 10_000, 20_000};

  private OpusTime() {}

  static Duration of(byte[] packet) {
    if (packet.length == 0) {
      return Duration.ZERO;
    }
    int config = (packet[0] & 0xFF) >> 3;
    int micros =
        config < 12
            ? SILK_MICROS[config % 4]
            : config < 16 ? HYBRID_MICROS[config % 2] : CELT_MICROS[config % 4];
    return Duration.ofNanos(1000L * micros * frames(packet));
  }

  private static int frames(byte[] packet) {
    return switch (packet[0] & 3) {
      case 0 -> 1;
      case 1, 2 -> 2;
      default -> packet.length < 2 ? 0 : packet[1] & 0x3F;
    };
  }
}
