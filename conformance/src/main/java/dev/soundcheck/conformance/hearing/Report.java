package dev.soundcheck.conformance.hearing;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Hands on what is heard, with the message it was heard in. */
final class Report {
  private final Audience audience;

  Report(Audience audience) {
    this.audience = audience;
  }

  void flaw(FlawKind kind, Where where, String sound, Duration offset, String text) {
    audience.flaw(new Flaw(kind, where, sound, offset, text, Optional.empty()));
  }

  void flaw(
      FlawKind kind, Where where, String sound, Duration offset, Excerpt excerpt, String text) {
    audience.flaw(new Flaw(kind, where, sound, offset, text, Optional.of(excerpt)));
  }

  void answer(AnswerFigures figures) {
    audience.answer(figures);
  }

  /** Milliseconds in words. */
  static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.0f ms", time.toNanos() / 1e6);
  }
}
