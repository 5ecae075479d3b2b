package dev.soundcheck.audio;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prepares written text for a voice that knows English in ASCII. */
final class Sayable {
  /** In characters. */
  private static final int LONGEST_PIECE = 500;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern READABLE = Pattern.compile("[\\p{IsLatin}\\d]");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "[\\p{L}\\p{M}&&[^\\p{IsLatin}\\p{IsInherited}\\p{IsCommon}]](?:[\\s\\p{P}\\p{M}]*[\\p{L}&&[^\\p{IsLatin}]])*\\p{M}*");
  private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]+");
  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private static final Pattern BEFORE_STOP = Pattern.compile(" +(?=[.,;:?!])");

  /** Signs that stand for others wherever they are. */
  private static final Map<Integer, String> BEFORE =
      Map.ofEntries(
          named('\u2018', "'"),
          named('\u2019', "'"),
          named('\u201c', "\""),
          named('\u201d', "\""),
          named('\u2013', "-"),
          named('\u2014', " - "),
          named('\u2026', "..."),
          named('\u00a0', " "),
          named('\u202f', " "),
          named('\u2212', "-"),
          named('\u2103', "\u00b0C"),
          named('\u00bc', " 1/4"),
          named('\u00bd', " 1/2"),
          named('\u00be', " 3/4"),
          named('\u00b2', " squared"),
          named('\u00b3', " cubed"),
          named('\u2116', " number "));

  /** Letters that do not come apart into a letter and a mark, and signs that have a name. */
  private static final Map<Integer, String> NAMED =
      Map.ofEntries(
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

  /**
   * The text in ASCII as it is said: numbers, dates and the like in words, accents taken off, signs
   * named, words in other scripts replaced by the name of their script. What is longer than any
   * sentence is read in pieces, since reading takes as long as the square of a text is long.
   */
  static String of(String words) {
    StringBuilder said = new StringBuilder();
    for (int from = 0, to; from < words.length(); from = to) {
      to = endOfPiece(words, from);
      said.append(said.isEmpty() ? "" : " ").append(piece(words.substring(from, to)));
    }
    return said.toString();
  }

  /** After the last sentence that is near enough, or the last word; else in the midst of one. */
  private static int endOfPiece(String words, int from) {
    int furthest = from + LONGEST_PIECE;
    if (furthest >= words.length()) {
      return words.length();
    }
    int hard = Character.isLowSurrogate(words.charAt(furthest)) ? furthest - 1 : furthest;
    return Stream.of(". ", "? ", "! ", " ")
        .map(end -> words.lastIndexOf(end, furthest - end.length()) + end.length())
        .filter(end -> end > from && words.charAt(end - 1) == ' ')
        .findFirst()
        .orElse(hard);
  }

  private static String piece(String words) {
    String read = signs(English.read(signs(words, BEFORE)), NAMED);
    String apart = Normalizer.normalize(read, Normalizer.Form.NFKD);
    String latin = READABLE.matcher(apart).find() ? scriptsNamed(apart) : apart;
    String ascii = NOT_ASCII.matcher(MARKS.matcher(latin).replaceAll("")).replaceAll(" ");
    String tidy = BEFORE_STOP.matcher(SPACES.matcher(ascii).replaceAll(" ")).replaceAll("");
    return withSafeCapitals(tidy.strip());
  }

  private static String signs(String words, Map<Integer, String> names) {
    StringBuilder text = new StringBuilder();
    words
        .codePoints()
        .forEach(sign -> text.append(names.getOrDefault(sign, Character.toString(sign))));
    return text.toString();
  }

  /** Words that cannot be read are heard of all the same. */
  private static String scriptsNamed(String text) {
    return FOREIGN
        .matcher(text)
        .replaceAll(found -> " %s text ".formatted(Scripts.name(found.group().codePointAt(0))));
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
