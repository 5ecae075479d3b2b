package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.report.Columns;
import java.time.Duration;

/** The line under a conversation: how loud both sides are now, and what the client waits for. */
final class Meters {
  private static final Duration OFTEN_ENOUGH = Duration.ofMillis(100);
  private static final String DIM = "\u001b[2m%s\u001b[0m";
  private static final int WIDE = 100;
  private static final int NARROW = 60;

  /** The names of both, the gaps and the numbers. */
  private static final int BESIDE_BARS = "you ".length() + "assistant ".length() + 2 * 4 + 2 * 3;

  private static final int BESIDE_SHORT_BARS = "you ".length() + "it ".length() + 2 * 4 + 2 * 3;

  private final Lines lines;
  private final Meter user = new Meter("you");
  private final Meter assistant;
  private final int cells;
  private final int left;
  private String waitsFor = "";
  private Duration shown = Duration.ZERO;

  Meters(Lines lines) {
    this.lines = lines;
    int room = lines.room();
    boolean narrow = room < NARROW;
    this.cells = room >= WIDE ? 16 : narrow ? 4 : 10;
    this.assistant = new Meter(narrow ? "it" : "assistant");
    this.left = room - 2 * cells - (narrow ? BESIDE_SHORT_BARS : BESIDE_BARS);
  }

  void said(Duration at, Pcm sound) {
    user.hear(at, sound);
    show(at.plus(sound.duration()), false);
  }

  void played(Duration at, Pcm sound) {
    assistant.hear(at, sound);
    show(at, false);
  }

  void fellSilent(Duration at) {
    assistant.fallSilent();
    show(at, true);
  }

  void waits(Duration at, String words) {
    waitsFor = words;
    show(at, true);
  }

  private void show(Duration now, boolean changed) {
    if (!changed && now.minus(shown).abs().compareTo(OFTEN_ENOUGH) < 0) {
      return;
    }
    shown = now;
    String waiting =
        waitsFor.isBlank() || left < 12
            ? ""
            : DIM.formatted(Columns.beginning("waits for " + Columns.clean(waitsFor), left));
    lines.status(
        "%s   %s   %s".formatted(user.shown(now, cells), assistant.shown(now, cells), waiting));
  }
}
