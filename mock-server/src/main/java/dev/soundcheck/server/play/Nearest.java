package dev.soundcheck.server.play;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What was perhaps meant by a misspelt name. */
final class Nearest {
  private Nearest() {}

  /**
   * The name that takes the fewest changes to reach, unless it would take a third of its letters or
   * more.
   */
  static Optional<String> to(String name, Collection<String> names) {
    return names.stream()
        .min(Comparator.comparingInt((String one) -> changes(name, one)).thenComparing(one -> one))
        .filter(one -> changes(name, one) * 3 < Math.max(one.length(), name.length()));
  }

  /** How many letters must be put in, taken out or replaced to make one of the other. */
  private static int changes(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      above = next(above, row, from.charAt(row - 1), to);
    }
    return above[to.length()];
  }

  private static int[] next(int[] above, int row, char letter, String to) {
    int[] line = new int[above.length];
    line[0] = row;
    for (int column = 1; column < line.length; column++) {
      int replaced = above[column - 1] + (to.charAt(column - 1) == letter ? 0 : 1);
      line[column] = Math.min(replaced, 1 + Math.min(above[column], line[column - 1]));
    }
    return line;
  }
}
