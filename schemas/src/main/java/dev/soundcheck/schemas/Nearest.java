package dev.soundcheck.schemas;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What somebody may have meant who wrote a name that nobody knows. Names are near when few letters
 * have to be added, dropped, changed or swapped to make the written one of them, or of the
 * beginning of one: who breaks off early is helped as well as who mistypes.
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

  /**
   * The last row holds the distance to every beginning of the name, the longest being all of it.
   */
  private static Near near(String written, String name) {
    int[] last = distances(written, name)[written.length()];
    return new Near(name, Arrays.stream(last).min().orElseThrow(), last[name.length()]);
  }

  /** Letters to add, drop, change or swap (Damerau, Levenshtein), for every pair of beginnings. */
  private static int[][] distances(String written, String name) {
    int[][] all = new int[written.length() + 1][name.length() + 1];
    for (int row = 0; row <= written.length(); row++) {
      for (int column = 0; column <= name.length(); column++) {
        all[row][column] =
            row == 0 || column == 0 ? row + column : cheapest(all, row, column, written, name);
      }
    }
    return all;
  }

  private static int cheapest(int[][] all, int row, int column, String written, String name) {
    char mine = written.charAt(row - 1);
    char theirs = name.charAt(column - 1);
    int changed = all[row - 1][column - 1] + (mine == theirs ? 0 : 1);
    int cheapest = Math.min(changed, 1 + Math.min(all[row - 1][column], all[row][column - 1]));
    boolean swapped =
        row > 1
            && column > 1
            && mine == name.charAt(column - 2)
            && theirs == written.charAt(row - 2);
    return swapped ? Math.min(cheapest, 1 + all[row - 2][column - 2]) : cheapest;
  }
}
