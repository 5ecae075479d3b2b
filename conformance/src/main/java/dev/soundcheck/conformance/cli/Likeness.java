package dev.soundcheck.conformance.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a misspelt one was most likely meant to be. */
final class Likeness {
  private Likeness() {}

  /** The closest of these names, if at most half of it would have to change. */
  static Optional<String> nearest(String wrong, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(wrong, name)))
        .filter(name -> distance(wrong, name) * 2 <= name.length());
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
        row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
