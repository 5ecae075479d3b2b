package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.report.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal of a certain width that understands what this program sends one. */
final class Screen {
  private static final Pattern PIECE =
      Pattern.compile("\u001b\\[([0-9;]*)([A-Za-z])|\r?\n|\r|[^\u001b\r\n]+");

  private final int columns;
  private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
  private int row;
  private int wrapped;

  Screen(int columns) {
    this.columns = columns;
  }

  /** Prints it; only whole lines are overwritten here. */
  void print(String text) {
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      if (piece.group(2) != null) {
        control(piece.group(2), piece.group(1));
      } else if (piece.group().endsWith("\n")) {
        next();
      } else if (!piece.group().equals("\r")) {
        write(piece.group());
      }
    }
  }

  /** What is on it, without empty lines at the end. */
  List<String> lines() {
    List<String> all =
        new ArrayList<>(lines.stream().map(it -> it.toString().stripTrailing()).toList());
    while (!all.isEmpty() && all.get(all.size() - 1).isEmpty()) {
      all.remove(all.size() - 1);
    }
    return all;
  }

  /** How many lines were too wide. */
  int wrapped() {
    return wrapped;
  }

  private void control(String command, String argument) {
    switch (command) {
      case "A" -> row -= Integer.parseInt(argument);
      case "J" -> {
        lines.subList(row + 1, lines.size()).clear();
        lines.get(row).setLength(0);
      }
      case "m" -> {}
      default -> throw new IllegalArgumentException("unknown control " + command);
    }
  }

  private void next() {
    row++;
    if (row == lines.size()) {
      lines.add(new StringBuilder());
    }
  }

  private void write(String text) {
    lines.get(row).append(text);
    if (Columns.of(lines.get(row).toString()) >= columns) {
      wrapped++;
    }
  }
}
