package dev.soundcheck.conformance.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Aligned lines: a time, a label, a text. On a terminal, coloured, and the last may grow. */
final class Lines {
  /** What a line is about; its colour on a terminal. */
  enum Tone {
    CLIENT("36"),
    SERVER("32"),
    BAD("31;1"),
    DIM("2");

    private final String colour;

    Tone(String colour) {
      this.colour = colour;
    }
  }

  private static final String ESC = "\u001b[";
  private static final int WIDTH = 110;

  private final PrintWriter out;
  private final boolean terminal;
  private boolean growing;

  Lines(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A line that will not change. */
  void whole(Duration at, Tone tone, String label, String text) {
    print(Optional.of(at), tone, label, text);
    out.println();
    out.flush();
  }

  /** A line without a time. */
  void whole(Tone tone, String label, String text) {
    print(Optional.empty(), tone, label, text);
    out.println();
    out.flush();
  }

  /** A line that the next one of its kind replaces; only a terminal can show it. */
  void growing(Duration at, Tone tone, String label, String text) {
    if (terminal) {
      String end = text.length() > WIDTH ? "…" + text.substring(text.length() - WIDTH) : text;
      print(Optional.of(at), tone, label, end);
      growing = true;
      out.flush();
    }
  }

  /** Leaves a growing line as it is. */
  void end() {
    if (growing) {
      out.println();
      growing = false;
    }
  }

  private void print(Optional<Duration> at, Tone tone, String label, String text) {
    if (growing) {
      out.print("\r" + ESC + "K");
      growing = false;
    }
    String time =
        at.map(it -> String.format(Locale.ROOT, "%8.2f", it.toMillis() / 1000.0))
            .orElse(" ".repeat(8));
    String head = String.format(Locale.ROOT, "%-10s", label);
    out.print(
        terminal
            ? "%s2m%s%s0m  %s%sm%s%s0m %s"
                .formatted(ESC, time, ESC, ESC, tone.colour, head, ESC, text)
            : "%s  %s %s".formatted(time, head, text));
  }
}
