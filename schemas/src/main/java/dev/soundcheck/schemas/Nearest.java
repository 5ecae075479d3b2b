package dev.soundcheck.schemas;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a misspelt one was most likely meant to be. */
final class Nearest {
  /** No name is longer; what comes after it cannot make another one nearer. */
  private static final int LONGEST = 80;

  private Nearest() {}

  /** The closest of these names, however far; the first of several equally close. */
  static Optional<String> of(String name, Collection<String> known) {
    String start = name.substring(0, Math.min(name.length(), LONGEST));
    return known.stream().min(Comparator.comparingInt(candidate -> distance(start, candidate)));
  }

  /** The closest of these names, if at most a third of it would have to change. */
  static Optional<String> similarTo(String name, Collection<String> known) {
    return of(name, known)
        .filter(near -> name.length() <= LONGEST)
        .filter(near -> distance(name, near) <= Math.max(1, near.length() / 3));
  }

  /** How many letters must be added, dropped or changed to get from one to the other. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int change = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(change, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
