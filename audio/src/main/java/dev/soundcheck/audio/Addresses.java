package dev.soundcheck.audio;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;

/** How addresses, telephone numbers and numbers of versions are read. */
final class Addresses {
  private static final String NAME = "[A-Za-z0-9](?:[\\w-]*[A-Za-z0-9])?";

  private static final String HOST = NAME + "(?:\\." + NAME + ")*\\.[A-Za-z]{2,}";

  private static final String ENDINGS =
      "(?:com|org|net|io|ai|dev|edu|gov|info|app|co|uk|de|fr|eu|us|ca|ch|at|html?|java|json|txt|pdf|wav|csv|xml|yaml|py|js|md)";

  static final List<Rewriting> ALL =
      List.of(
          Rewriting.of("\\[([^\\]\\[]+)\\]\\((?:https?|mailto):[^)\\s]*\\)", "$1"),
          Rewriting.of("[\\w.+-]+@" + HOST, found -> spelled(found.group())),
          Rewriting.of(
              "(?i)\\b(?:https?|wss?|ftp)://(\\S*[\\w/])", found -> spelled(found.group(1))),
          Rewriting.of("(?i)\\bwww\\.\\S*[\\w/]", found -> spelled(found.group())),
          Rewriting.of(
              "\\b(?:[A-Za-z0-9][\\w-]*\\.)+" + ENDINGS + "(?:/[\\w./?=&%#-]*[\\w/])?(?!\\w)",
              found -> spelled(found.group())),
          Rewriting.of("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b", found -> dotted(found, " dot ", true)),
          Rewriting.of(
              "(?<![\\w.])(?:\\+\\d{1,3}[ -]?)?\\(\\d{3}\\) ?\\d{3}[- .]\\d{4}\\b",
              Addresses::dialled),
          Rewriting.of(
              "(?<![\\w.])(?:\\+\\d{1,3}[ -])?\\d{3}[- .]\\d{3}[- .]\\d{4}\\b", Addresses::dialled),
          Rewriting.of("(?<![\\w.-])\\d{3}-\\d{4}\\b(?!-)", Addresses::dialled),
          Rewriting.of("(?<![\\w.])\\+\\d[\\d -]{6,}\\d\\b", Addresses::dialled));

  /** Dates look like these too, and come first. */
  static final List<Rewriting> VERSIONS =
      List.of(
          Rewriting.of(
              "(?<![\\w.])[vV]?(\\d+(?:\\.\\d+){2,})(?!\\.?\\d)",
              found -> dotted(found, " point ", false)));

  private Addresses() {}

  private static String spelled(String address) {
    String said =
        address
            .replaceAll("[/?#]+$", "")
            .replace("@", " at ")
            .replace(".", " dot ")
            .replace("/", " slash ")
            .replace(":", " colon ")
            .replace("?", " question mark ")
            .replace("=", " equals ")
            .replace("&", " and ")
            .replace("%", " percent ")
            .replace("#", " hash ")
            .replace("_", " underscore ")
            .replace("-", " dash ")
            .replace("+", " plus ");
    return said.replaceAll("(?i)\\bwww\\b", "W W W");
  }

  private static String dotted(MatchResult found, String point, boolean oneByOne) {
    String numbers = found.groupCount() > 0 ? found.group(1) : found.group();
    StringBuilder said = new StringBuilder();
    for (String number : numbers.split("\\.", -1)) {
      said.append(said.isEmpty() ? "" : point);
      said.append(oneByOne ? Numerals.digits(number) : Numerals.whole(number));
    }
    return said.toString();
  }

  /** Group by group, with a breath between. */
  private static String dialled(MatchResult found) {
    StringBuilder said = new StringBuilder(found.group().startsWith("+") ? "plus " : "");
    for (String group : found.group().toLowerCase(Locale.ROOT).split("\\D+", -1)) {
      if (!group.isEmpty()) {
        said.append(Numerals.digits(group)).append(", ");
      }
    }
    return said.substring(0, said.length() - 2);
  }
}
