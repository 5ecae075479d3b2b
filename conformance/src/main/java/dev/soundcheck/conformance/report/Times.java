package dev.soundcheck.conformance.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
final class Times {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC)
          .withLocale(Locale.ENGLISH);

  private Times() {}

  /** {@code 1.24 s}. */
  static String seconds(Duration time) {
    return bare(time) + " s";
  }

  /** {@code 1.24}. */
  static String bare(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e9);
  }

  /** {@code 3 min 4 s}. */
  static String length(Duration time) {
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
  }

  /** {@code 20 November 2026, 15:27 UTC}. */
  static String day(Instant when) {
    return DAY.format(when);
  }
}
