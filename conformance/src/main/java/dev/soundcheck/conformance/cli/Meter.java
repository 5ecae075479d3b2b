package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.Locale;

/**
 * How loud one side is now: its mean level over the last tenth of a second and its highest peak, as
 * a bar from -60 dBFS to full scale. Green is speech, yellow is loud, red is clipped.
 */
final class Meter {
  private static final Duration WINDOW = Duration.ofMillis(100);

  /** Sound comes in pieces of a tenth of a second, not always in time. */
  private static final Duration STAYS = Duration.ofMillis(200);

  private static final double LOWEST = -60;
  private static final double LOUD = -9;
  private static final double CLIPPED = -0.1;
  private static final String ESC = "\u001b[";

  private final String name;
  private Duration until = Duration.ZERO;
  private Levels levels = new Levels(Levels.NOTHING, Levels.NOTHING);

  Meter(String name) {
    this.name = name;
  }

  /** This is heard from {@code at} on. */
  void hear(Duration at, Pcm sound) {
    int window = Math.min(sound.length(), Pcm.samplesIn(WINDOW, sound.rate()));
    levels = Levels.of(sound.slice(sound.length() - window, sound.length()));
    until = at.plus(sound.duration()).plus(STAYS);
  }

  /** What would be heard is not. */
  void fallSilent() {
    until = Duration.ZERO;
  }

  /** Whether there is something to be seen. */
  boolean sounding(Duration now) {
    return until.compareTo(now) > 0 && levels.rms() > LOWEST;
  }

  /** In {@code cells + 5} columns and those of its name, with colours. */
  String shown(Duration now, int cells) {
    boolean sounding = sounding(now);
    double level = sounding ? levels.rms() : Levels.NOTHING;
    int full = (int) Math.round(Math.max(0, Math.min(1, (level - LOWEST) / -LOWEST)) * cells);
    String number = sounding ? String.format(Locale.ROOT, "%4.0f", level) : "    ";
    return "%s %s%sm%s%s0m%s2m%s%s0m%s"
        .formatted(
            name,
            ESC,
            colour(level),
            "█".repeat(full),
            ESC,
            ESC,
            "░".repeat(cells - full),
            ESC,
            number);
  }

  private int colour(double level) {
    if (level > LOWEST && levels.peak() >= CLIPPED) {
      return 31;
    }
    return level > LOUD ? 33 : 32;
  }
}
