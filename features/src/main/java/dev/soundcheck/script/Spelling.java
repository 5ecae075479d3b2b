package dev.soundcheck.script;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** When words count as the same, and how a title becomes a name. */
final class Spelling {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ENDS =
      Pattern.compile("^[\\p{Punct}\\p{IsPunctuation}\\s]+|[\\p{Punct}\\p{IsPunctuation}\\s]+$");
  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern DASHES_AT_ENDS = Pattern.compile("^-+|-+$");

  private Spelling() {}

  /** Case, the amount of white space and punctuation at the ends do not count. */
  static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  /** Only the amount of white space does not count. */
  static String collapsed(String words) {
    return SPACE.matcher(words.strip()).replaceAll(" ");
  }

  static String lower(String words) {
    return collapsed(words).toLowerCase(Locale.ROOT);
  }

  static String slug(String title) {
    String dashed = NO_NAME.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("-");
    return DASHES_AT_ENDS.matcher(dashed).replaceAll("");
  }

  /** {@code 3 s}, {@code 0.3 s}: as a scenario writes times. */
  static String shown(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }

  private static String bare(String words) {
    return ENDS.matcher(lower(words)).replaceAll("");
  }
}
