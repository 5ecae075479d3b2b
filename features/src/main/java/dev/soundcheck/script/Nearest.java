package dev.soundcheck.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant, by the number of letters that differ. */
final class Nearest {
  private Nearest() {}

  /** The likely ones only, best first: at most two in five letters differ. */
  static List<String> likely(String written, Collection<String> known, int most) {
    return known.stream()
        .filter(
            name -> distance(written, name) * 5 <= Math.max(written.length(), name.length()) * 2)
        .sorted(by(written))
        .limit(most)
        .toList();
  }

  private static int best(String written, Collection<String> known) {
    return known.stream().mapToInt(name -> distance(written, name)).min().orElse(0);
  }

  private static Comparator<String> by(String written) {
    return Comparator.<String>comparingInt(name -> distance(written, name))
        .thenComparing(Comparator.naturalOrder());
  }

  /** Letters to insert, drop or replace (Levenshtein). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      row[column] = column;
    }
    for (int letter = 1; letter <= one.length(); letter++) {
      int diagonal = row[0];
      row[0] = letter;
      for (int column = 1; column <= other.length(); column++) {
        int replaced = diagonal + (one.charAt(letter - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(diagonal, row[column - 1]));
      }
    }
    return row[other.length()];
  }

  /**
   * {@code , did you mean 'a'?}, or nothing when nothing is near; a second one only when it is as
   * near but for one letter.
   */
  static String hint(String written, Collection<String> known) {
    List<String> near =
        likely(written, known, 2).stream()
            .filter(name -> distance(written, name) <= best(written, known) + 1)
            .toList();
    return near.isEmpty() ? "" : ", did you mean '%s'?".formatted(String.join("' or '", near));
  }
}
