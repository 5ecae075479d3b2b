package dev.soundcheck.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text as it lies on a terminal: in columns, of which some characters take two and some none. */
public final class Columns {
  private Columns() {}

  /** How many columns a text takes. */
  public static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /** Without what would move the cursor or change colours: servers choose these texts. */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .map(c -> Character.isISOControl(c) || isDirection(c) ? '\uFFFD' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** The same for a text of several lines, which stay lines. */
  public static String cleanLines(String text) {
    return text.lines().map(Columns::clean).collect(Collectors.joining(System.lineSeparator()));
  }

  /** The beginning, in at most so many columns; an ellipsis stands for the rest. */
  public static String beginning(String text, int most) {
    return of(text) <= most ? text : fitting(text, Math.max(0, most - 1)) + "…";
  }

  /** The end, in at most so many columns; an ellipsis stands for what comes before. */
  public static String end(String text, int most) {
    if (of(text) <= most) {
      return text;
    }
    String backwards = new StringBuilder(text).reverse().toString();
    String end = fitting(backwards, Math.max(0, most - 1));
    return "…" + new StringBuilder(end).reverse();
  }

  /** Lines of at most so many columns, parted at blanks where that is possible. */
  public static List<String> wrapped(String text, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (of(rest) > most) {
      String line = fitting(rest, most);
      line = line.isEmpty() ? rest.substring(0, rest.offsetByCodePoints(0, 1)) : line;
      int blank = line.lastIndexOf(' ');
      boolean atBlank = rest.startsWith(" ", line.length());
      int end = atBlank || blank <= 0 ? line.length() : blank;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  private static String fitting(String text, int most) {
    int columns = 0;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      columns += of(c);
      if (columns > most) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** East Asian Wide and Fullwidth, and emoji (Unicode Standard Annex 11), in whole blocks. */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || between(c, 0x2E80, 0xA4CF)
            || between(c, 0xAC00, 0xD7A3)
            || between(c, 0xF900, 0xFAFF)
            || between(c, 0xFE30, 0xFE6F)
            || between(c, 0xFF00, 0xFF60)
            || between(c, 0xFFE0, 0xFFE6)
            || between(c, 0x1F300, 0x1FAFF)
            || between(c, 0x20000, 0x3FFFD));
  }

  private static boolean isDirection(int c) {
    return between(c, 0x202A, 0x202E) || between(c, 0x2066, 0x2069);
  }

  private static boolean between(int c, int from, int to) {
    return c >= from && c <= to;
  }
}
