package dev.soundcheck.audio;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Prepares written text for a voice that knows English in ASCII. */
final class Sayable {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern PRICE =
      Pattern.compile("([\u20ac\u00a3\u00a5])\\s?(\\d[\\d.,]*\\b)");
  private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]+");
  private static final Pattern SPACES = Pattern.compile(" {2,}");

  /** Letters that do not come apart into a letter and a mark, and signs that have a name. */
  private static final Map<Integer, String> NAMED =
      Map.ofEntries(
          named('\u2018', "'"),
          named('\u2019', "'"),
          named('\u201c', "\""),
          named('\u201d', "\""),
          named('\u2013', " - "),
          named('\u2014', " - "),
          named('\u20ac', " euros "),
          named('\u00a3', " pounds "),
          named('\u00a5', " yen "),
          named('\u00b0', " degrees "),
          named('\u00d7', " times "),
          named('\u00f7', " divided by "),
          named('\u00bf', ""),
          named('\u00a1', ""),
          named('\u00df', "ss"),
          named('\u00e6', "ae"),
          named('\u00c6', "Ae"),
          named('\u0153', "oe"),
          named('\u0152', "Oe"),
          named('\u00f8', "o"),
          named('\u00d8', "O"),
          named('\u0142', "l"),
          named('\u0141', "L"),
          named('\u0111', "d"),
          named('\u0131', "i"),
          named('\u00fe', "th"),
          named('\u00f0', "th"));

  private Sayable() {}

  private static Map.Entry<Integer, String> named(char sign, String name) {
    return Map.entry((int) sign, name);
  }

  /** The text in ASCII: accents taken off, signs named, what is left of other scripts skipped. */
  static String of(String words) {
    String pricesRead = PRICE.matcher(words).replaceAll("$2 $1");
    StringBuilder text = new StringBuilder();
    pricesRead
        .codePoints()
        .forEach(sign -> text.append(NAMED.getOrDefault(sign, Character.toString(sign))));
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String ascii = NOT_ASCII.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll(" ");
    return withSafeCapitals(SPACES.matcher(ascii).replaceAll(" ").strip());
  }

  /**
   * FreeTTS lowers capitals by the rules of the machine's locale; where these make a dotless i of
   * "I" (Turkish), half of English would be lost.
   */
  private static String withSafeCapitals(String text) {
    boolean dotless = !"I".toLowerCase(Locale.getDefault()).equals("i");
    return dotless ? text.replace('I', 'i') : text;
  }
}
