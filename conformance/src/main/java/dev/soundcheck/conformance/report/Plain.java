package dev.soundcheck.conformance.report;

import java.util.Locale;

/**
 * Text that somebody else chose, made fit to be shown: no control characters, nothing that turns
 * the direction of what stands beside it, no halves of characters, and not without end.
 */
final class Plain {
  private Plain() {}

  /** Lines and tabs are kept. */
  static String lines(String text, int longest) {
    StringBuilder plain = new StringBuilder(Math.min(text.length(), longest) + 32);
    text.substring(0, whole(text, longest))
        .codePoints()
        .map(Plain::shown)
        .forEach(plain::appendCodePoint);
    return text.length() <= longest ? plain.toString() : plain + rest(text);
  }

  /** In one line. */
  static String line(String text, int longest) {
    String beginning = text.substring(0, whole(text, longest));
    String plain = Columns.clean(lines(beginning, longest));
    return text.length() <= longest ? plain : plain + rest(text);
  }

  private static String rest(String text) {
    return String.format(Locale.ROOT, "… (%,d characters)", text.length());
  }

  /** Does not cut a character in half. */
  private static int whole(String text, int longest) {
    if (text.length() <= longest) {
      return text.length();
    }
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
  }

  private static int shown(int c) {
    boolean kept = c == '\n' || c == '\t';
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean none =
        !kept && (Character.isISOControl(c) || half || turns(c) || c == 0xFFFE || c == 0xFFFF);
    return none ? 0xFFFD : c;
  }

  /** Marks of the Unicode Bidirectional Algorithm (Unicode Standard Annex 9, 2). */
  private static boolean turns(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }
}
