package dev.soundcheck.schemas;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What somebody may have meant who wrote a name that nobody knows. Names are near when few letters
 * have to be added, dropped or changed to make the written one of them, or of the beginning of one:
 * who breaks off early is helped as well as who mistypes.
 */
public final class Nearest {
  /** No known name is longer; what comes after it cannot make another one nearer. */
  private static final int LONGEST = 200;

  /** A known name, how far its beginning is from what was written, and how far all of it is. */
  private record Near(String name, int beginning, int whole) {
    private static final Comparator<Near> BEST_FIRST =
        Comparator.comparingInt(Near::beginning)
            .thenComparingInt(Near::whole)
            .thenComparing(Near::name);
  }

  private Nearest() {}

  /**
   * The closest of these names, however far; of several equally close the first in the alphabet.
   *
   * @throws java.util.NoSuchElementException when there are no names
   */
  public static String of(String written, Collection<String> known) {
    return ranked(written, known).get(0).name();
  }

  /** The likely ones only, best first: at most two in five of the letters written differ. */
  public static List<String> likely(String written, Collection<String> known) {
    return likelyOnes(written, known).stream().map(Near::name).toList();
  }

  /** The likeliest; a second one only when it is as near but for one letter. */
  public static List<String> likeliest(String written, Collection<String> known) {
    List<Near> likely = likelyOnes(written, known);
    return likely.stream()
        .filter(near -> near.beginning() <= likely.get(0).beginning() + 1)
        .filter(near -> near.whole() <= likely.get(0).whole() + 1)
        .limit(2)
        .map(Near::name)
        .toList();
  }

  private static List<Near> likelyOnes(String written, Collection<String> known) {
    return ranked(written, known).stream()
        .filter(near -> !written.isBlank() && near.beginning() * 5 <= written.length() * 2)
        .toList();
  }

  private static List<Near> ranked(String written, Collection<String> known) {
    String start = written.substring(0, Math.min(written.length(), LONGEST));
    return known.stream()
        .distinct()
        .map(name -> near(start, name))
        .sorted(Near.BEST_FIRST)
        .toList();
  }

  /** Letters to add, drop or change (Levenshtein): the last row holds every beginning's number. */
  private static Near near(String written, String name) {
    int[] row = new int[name.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= written.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int change = diagonal + (written.charAt(line - 1) == name.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(change, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    int beginning = row[0];
    for (int distance : row) {
      beginning = Math.min(beginning, distance);
    }
    return new Near(name, beginning, row[name.length()]);
  }
}
