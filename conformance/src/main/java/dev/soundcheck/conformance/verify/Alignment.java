package dev.soundcheck.conformance.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Which event of one sequence stands for which of another, by their names: the longest common
 * subsequence, sought in a window, so that long recordings cost time in proportion.
 */
final class Alignment {
  private static final int WINDOW = 1_000;

  private final List<String> left;
  private final List<String> right;
  private final List<Pair> pairs = new ArrayList<>();
  private int i;
  private int j;

  /** Two indexes that belong together; one is -1 when nothing corresponds. */
  record Pair(int left, int right) {
    static final int NONE = -1;
  }

  private Alignment(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
  }

  /** Every index of both sides once, in order. */
  static List<Pair> of(List<String> left, List<String> right) {
    Alignment alignment = new Alignment(left, right);
    while (alignment.i < left.size() && alignment.j < right.size()) {
      if (alignment.same(alignment.i, alignment.j)) {
        alignment.pairs.add(new Pair(alignment.i++, alignment.j++));
      } else {
        alignment.seek();
      }
    }
    alignment.rest();
    return alignment.pairs;
  }

  private boolean same(int one, int other) {
    return left.get(one).equals(right.get(other));
  }

  /** Goes on by half a window, or to the end when it lies in the window. */
  private void seek() {
    int rows = Math.min(WINDOW, left.size() - i);
    int columns = Math.min(WINDOW, right.size() - j);
    int[][] common = common(rows, columns);
    int lastRow = i + rows < left.size() ? rows / 2 : rows;
    int lastColumn = j + columns < right.size() ? columns / 2 : columns;
    int row = 0;
    int column = 0;
    while (row < lastRow && column < lastColumn) {
      if (same(i + row, j + column)) {
        pairs.add(new Pair(i + row++, j + column++));
      } else if (common[row + 1][column] >= common[row][column + 1]) {
        pairs.add(new Pair(i + row++, Pair.NONE));
      } else {
        pairs.add(new Pair(Pair.NONE, j + column++));
      }
    }
    i += row;
    j += column;
  }

  /** How many can be paired from each place of the window on. */
  private int[][] common(int rows, int columns) {
    int[][] common = new int[rows + 1][columns + 1];
    for (int row = rows - 1; row >= 0; row--) {
      for (int column = columns - 1; column >= 0; column--) {
        common[row][column] =
            same(i + row, j + column)
                ? common[row + 1][column + 1] + 1
                : Math.max(common[row + 1][column], common[row][column + 1]);
      }
    }
    return common;
  }

  private void rest() {
    while (i < left.size()) {
      pairs.add(new Pair(i++, Pair.NONE));
    }
    while (j < right.size()) {
      pairs.add(new Pair(Pair.NONE, j++));
    }
  }
}
