package dev.soundcheck.audio;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** How dates and times of day are read. */
final class Moments {
  private static final List<String> MONTHS =
      List.of(
          "January February March April May June July August September October November December"
              .split(" "));

  private static final String MONTH =
      "\\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";

  private static final String DAY = "(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";

  private static final String YEAR = "((?:1[1-9]|20)\\d\\d)";

  private static final String HALF = "(?:\\s?([aApP])(?:\\.[mM]\\.|[mM]\\b))";

  static final List<Rewriting> ALL =
      List.of(
          Rewriting.of(
              "\\b" + YEAR + "-(0\\d|1[0-2])-([0-3]\\d)(?:T(?=\\d))?\\b",
              found -> date(month(found.group(2)), found.group(3), found.group(1))),
          Rewriting.of(
              "\\b(0?[1-9]|1[0-2])/(0?[1-9]|[12]\\d|3[01])/" + YEAR + "\\b",
              found -> date(month(found.group(1)), found.group(2), found.group(3))),
          Rewriting.of(
              "\\b(0?[1-9]|[12]\\d|3[01])\\.(0?[1-9]|1[0-2])\\." + YEAR + "\\b",
              found -> date(month(found.group(2)), found.group(1), found.group(3))),
          Rewriting.of(
              MONTH + " " + DAY + "(?:,? " + YEAR + ")?(?![\\w:])",
              found -> date(month(found.group(1)), found.group(2), found.group(3))),
          Rewriting.of(
              "\\b" + DAY + "(?: of)? " + MONTH + ",?(?: " + YEAR + "\\b)?",
              found -> date(month(found.group(2)), found.group(1), found.group(3))),
          Rewriting.of(
              MONTH + ",? " + YEAR + "\\b",
              found -> month(found.group(1)) + " " + Numerals.year(number(found.group(2)))),
          Rewriting.of(
              "\\b([01]?\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d)(?:\\.\\d+)?)?"
                  + HALF
                  + "?(?!\\d)(Z\\b)?",
              Moments::time),
          Rewriting.of(
              "\\b(1[0-2]|[1-9])" + HALF,
              found -> Numerals.whole(found.group(1)) + half(found.group(2))),
          Rewriting.of(
              "\\b" + YEAR + "s\\b", found -> decade(Numerals.year(number(found.group(1))))),
          Rewriting.of("(?<!\\w)'(\\d0)s\\b", found -> decade(Numerals.whole(found.group(1)))),
          Rewriting.of(
              "(?i)\\b(in|since|until|till|from|by|of|year|before|after|around|spring|summer|autumn|fall|winter) "
                  + YEAR
                  + "(?![\\w,.:%]*\\d)(?! ?[%$\u20ac])",
              found -> found.group(1) + " " + Numerals.year(number(found.group(2)))));

  private Moments() {}

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** By its number or its beginning. */
  private static String month(String written) {
    return Character.isDigit(written.charAt(0))
        ? MONTHS.get(number(written) - 1)
        : MONTHS.stream()
            .filter(name -> name.startsWith(written.substring(0, 3)))
            .findFirst()
            .orElse(written);
  }

  /** The year may be missing. */
  private static String date(String month, String day, @Nullable String year) {
    String said = month + " " + Numerals.ordinal(number(day));
    return year == null ? said : said + ", " + Numerals.year(number(year));
  }

  private static String time(MatchResult found) {
    int hour = number(found.group(1));
    int minute = number(found.group(2));
    String half = half(found.group(4));
    String seconds =
        found.group(3) == null
            ? ""
            : " and %s seconds".formatted(Numerals.cardinal(number(found.group(3))));
    String utc = found.group(5) == null ? "" : " UTC";
    return Numerals.cardinal(hour) + minutes(hour, minute, half) + seconds + half + utc;
  }

  private static String minutes(int hour, int minute, String half) {
    if (minute == 0) {
      boolean onTheClock = half.isEmpty() && hour > 0 && hour <= 12;
      return onTheClock ? " o'clock" : half.isEmpty() ? " hundred" : "";
    }
    return (minute < 10 ? " oh " : " ") + Numerals.cardinal(minute);
  }

  private static String half(@Nullable String letter) {
    return letter == null ? "" : letter.toUpperCase(Locale.ROOT).equals("A") ? " ay M" : " P M";
  }

  private static String decade(String year) {
    return year.endsWith("y") ? year.substring(0, year.length() - 1) + "ies" : year + "s";
  }
}
