package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.report.Columns;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Aligned lines: a time, a label, a text. On a terminal they are coloured and fit its width, and
 * under them stand lines that may still grow. Safe for use by many threads.
 */
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

  /** A line as it is at the moment. */
  private record Growing(Optional<Duration> at, Tone tone, String label, String text) {}

  private static final String ESC = "\u001b[";
  private static final int TIME = 8;
  private static final int LABEL = 10;

  /** Narrower terminals have no room for times. */
  private static final int NARROW = 60;

  private static final int NARROWEST = 24;

  private final PrintWriter out;
  private final boolean terminal;
  private final int columns;
  private final Map<String, Growing> growing = new LinkedHashMap<>();
  private String status = "";
  private int shown;

  /** On a terminal of the usual width, or on none. */
  Lines(PrintWriter out, boolean terminal) {
    this(out, terminal, Surroundings.USUAL_COLUMNS);
  }

  Lines(PrintWriter out, boolean terminal, int columns) {
    this.out = out;
    this.terminal = terminal;
    this.columns = Math.max(NARROWEST, columns);
  }

  /** Where this program prints. */
  static Lines on(PrintWriter out, Surroundings around) {
    return new Lines(out, around.terminal(), around.columns());
  }

  /** A line that will not change; one of this label that grew is done. */
  synchronized void whole(Duration at, Tone tone, String label, String text) {
    whole(new Growing(Optional.of(at), tone, label, text));
  }

  /** A line without a time. */
  synchronized void whole(Tone tone, String label, String text) {
    whole(new Growing(Optional.empty(), tone, label, text));
  }

  /** A line that the next one of its label replaces; only a terminal can show it. */
  synchronized void growing(Duration at, Tone tone, String label, String text) {
    if (terminal) {
      growing.put(label, new Growing(Optional.of(at), tone, label, text));
      redraw();
    }
  }

  /** What stands under all lines, with its colours; only a terminal can show it. */
  synchronized void status(String text) {
    if (terminal && !text.equals(status)) {
      status = text;
      redraw();
    }
  }

  /** How many columns a status may take. */
  int room() {
    return columns - 1;
  }

  /** Leaves growing lines as they are; the status goes. */
  synchronized void end() {
    erase();
    growing.values().forEach(this::print);
    growing.clear();
    status = "";
    out.flush();
  }

  private void whole(Growing line) {
    erase();
    growing.remove(line.label());
    print(line);
    draw();
  }

  private void redraw() {
    erase();
    draw();
  }

  private void erase() {
    if (shown > 0) {
      out.print("\r" + (shown > 1 ? ESC + (shown - 1) + "A" : "") + ESC + "J");
      shown = 0;
    }
  }

  /** Each in one line, since a terminal that wraps cannot be told how far to go back. */
  private void draw() {
    List<String> lines = new ArrayList<>();
    for (Growing line : growing.values()) {
      String text = Columns.end(Columns.clean(line.text()), columns - 1 - indent());
      lines.add(head(line) + text);
    }
    if (!status.isEmpty()) {
      lines.add(status);
    }
    out.print(String.join(System.lineSeparator(), lines));
    shown = lines.size();
    out.flush();
  }

  private void print(Growing line) {
    String text = Columns.clean(line.text());
    if (terminal) {
      String next = System.lineSeparator() + " ".repeat(indent());
      out.println(
          head(line)
              + Columns.wrapped(text, columns - 1 - indent()).stream()
                  .collect(Collectors.joining(next)));
    } else {
      out.println((head(line) + text).stripTrailing());
    }
    out.flush();
  }

  private String head(Growing line) {
    String time =
        line.at()
            .map(it -> String.format(Locale.ROOT, "%" + TIME + ".2f", it.toMillis() / 1000.0))
            .orElse(" ".repeat(TIME));
    String label = String.format(Locale.ROOT, "%-" + LABEL + "s", line.label());
    if (!terminal) {
      return "%s  %s ".formatted(time, label);
    }
    String before = columns < NARROW ? "" : ESC + "2m" + time + ESC + "0m  ";
    return before + ESC + line.tone().colour + "m" + label + ESC + "0m ";
  }

  private int indent() {
    return (columns < NARROW ? 0 : TIME + 2) + LABEL + 1;
  }
}
