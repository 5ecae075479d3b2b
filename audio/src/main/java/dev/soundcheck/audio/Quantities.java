package dev.soundcheck.audio;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** How money, measures, shares and other numbers are read. */
final class Quantities {
  private static final String NUMBER =
      "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)";

  private static final String MAGNITUDE =
      "(?: ?(thousand|million|billion|trillion|bn|[mM]|[kK])\\b)?";

  /** What of a currency is whole and what is a hundredth, of one and of several. */
  private record Currency(String one, String several, String cent, String cents) {}

  private static final Currency DOLLARS = new Currency("dollar", "dollars", "cent", "cents");
  private static final Currency EUROS = new Currency("euro", "euros", "cent", "cents");
  private static final Currency POUNDS = new Currency("pound", "pounds", "penny", "pence");
  private static final Currency YEN = new Currency("yen", "yen", "sen", "sen");

  private static final Map<String, Currency> CURRENCIES =
      Map.of(
          "$", DOLLARS, "USD", DOLLARS, "\u20ac", EUROS, "EUR", EUROS, "\u00a3", POUNDS, "GBP",
          POUNDS, "\u00a5", YEN, "JPY", YEN);

  private static final Map<String, String> MAGNITUDES =
      Map.of("bn", "billion", "m", "million", "M", "million", "k", "thousand", "K", "thousand");

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("km/h", "kilometers per hour"),
          Map.entry("mph", "miles per hour"),
          Map.entry("m/s", "meters per second"),
          Map.entry("km", "kilometers"),
          Map.entry("cm", "centimeters"),
          Map.entry("mm", "millimeters"),
          Map.entry("m", "meters"),
          Map.entry("ft", "feet"),
          Map.entry("lbs", "pounds"),
          Map.entry("lb", "pounds"),
          Map.entry("oz", "ounces"),
          Map.entry("kg", "kilograms"),
          Map.entry("mg", "milligrams"),
          Map.entry("g", "grams"),
          Map.entry("ml", "milliliters"),
          Map.entry("l", "liters"),
          Map.entry("ms", "milliseconds"),
          Map.entry("s", "seconds"),
          Map.entry("min", "minutes"),
          Map.entry("hrs", "hours"),
          Map.entry("h", "hours"),
          Map.entry("kHz", "kilohertz"),
          Map.entry("Hz", "hertz"),
          Map.entry("GHz", "gigahertz"),
          Map.entry("MHz", "megahertz"),
          Map.entry("dB", "decibels"),
          Map.entry("kB", "kilobytes"),
          Map.entry("KB", "kilobytes"),
          Map.entry("MB", "megabytes"),
          Map.entry("GB", "gigabytes"),
          Map.entry("TB", "terabytes"),
          Map.entry("Mbps", "megabits per second"),
          Map.entry("Gbps", "gigabits per second"),
          Map.entry("kW", "kilowatts"),
          Map.entry("W", "watts"),
          Map.entry("V", "volts"),
          Map.entry("\u00b0C", "degrees Celsius"),
          Map.entry("\u00b0F", "degrees Fahrenheit"),
          Map.entry("\u00b0", "degrees"),
          Map.entry("%", "percent"));

  private static final String UNIT =
      UNITS.keySet().stream()
          .sorted((one, other) -> other.length() - one.length())
          .reduce((one, other) -> one + "|" + other)
          .orElseThrow();

  private static final Map<String, String> PARTS =
      Map.of("2", "half", "3", "third", "4", "quarter", "5", "fifth", "8", "eighth", "10", "tenth");

  static final List<Rewriting> ALL =
      List.of(
          Rewriting.of(
              "([$\u20ac\u00a3\u00a5])\\s?" + NUMBER + MAGNITUDE,
              found -> money(found.group(2), found.group(3), found.group(1))),
          Rewriting.of(
              "\\b" + NUMBER + MAGNITUDE + "\\s?(\u20ac|\u00a3|\u00a5|(?:USD|EUR|GBP|JPY)\\b)",
              found -> money(found.group(1), found.group(2), found.group(3))),
          Rewriting.of("(?<![\\w.,/])(\\d+) (\\d)/(\\d{1,2})(?![\\w/])", Quantities::mixed),
          Rewriting.of("(?<![\\w.,/])(\\d+)/(\\d+)(?![\\w/])", Quantities::share),
          Rewriting.of(
              "\\b(\\d+)(?:st|nd|rd|th)\\b", found -> Numerals.ordinal(number(found.group(1)))),
          Rewriting.of(
              "(?<![\\w.-])(\\d+(?:\\.\\d+)?)\\s?[-\u2013]\\s?(\\d+(?:\\.\\d+)?)(?![\\w-])",
              "$1 to $2"),
          Rewriting.of("(?<![\\w)])[-\u2212](?=\\.?\\d)", "minus "),
          Rewriting.of(
              "(?<![\\w.])" + NUMBER + "\\s?(" + UNIT + ")(?![\\w/\u00b0])",
              found -> measured(found.group(1), found.group(2))),
          Rewriting.of("\\b(\\d)'(\\d{1,2})\"", "$1 foot $2"),
          Rewriting.of("(?<![\\w.])" + NUMBER + "M\\b", "$1 million"),
          Rewriting.of("(?<![\\w.])" + NUMBER + "[kK]\\b", "$1 thousand"),
          Rewriting.of("(?<![\\w:])(\\d+):(\\d+)(?![\\w:])", "$1 to $2"),
          Rewriting.of("(?<![\\w.])" + NUMBER + "x(?!\\w)", "$1 times"),
          Rewriting.of("(?<=\\d),(?=\\d{1,2}(?!\\d))", " comma "));

  /** What is left of digits. */
  static final List<Rewriting> DIGITS =
      List.of(
          Rewriting.of(
              "(?<=\\b[A-Z]{1,3})-?(\\d{3,})\\b", found -> " " + Numerals.digits(found.group(1))),
          Rewriting.of("\\bA(?=\\d)", "ay "),
          Rewriting.of("(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-z])", " "),
          Rewriting.of(
              "(?<![\\d.])" + NUMBER, found -> " " + Numerals.number(found.group(1)) + " "),
          Rewriting.of("\\d+", found -> " " + Numerals.whole(found.group()) + " "));

  private Quantities() {}

  private static long number(String digits) {
    return Long.parseLong(digits.substring(0, Math.min(15, digits.length())));
  }

  private static String money(String amount, @Nullable String magnitude, String sign) {
    Currency currency = CURRENCIES.getOrDefault(sign, DOLLARS);
    if (magnitude != null) {
      String many = MAGNITUDES.getOrDefault(magnitude, magnitude);
      return "%s %s %s".formatted(Numerals.number(amount), many, currency.several());
    }
    String[] parts = amount.replace(",", "").split("\\.", 2);
    boolean withCents = parts.length == 2 && parts[1].length() == 2;
    if (parts.length == 2 && !withCents) {
      return Numerals.number(amount) + " " + currency.several();
    }
    String whole = counted(parts[0], currency.one(), currency.several());
    if (!withCents || parts[1].equals("00")) {
      return whole;
    }
    long rest = number(parts[1]);
    String cents = Numerals.cardinal(rest) + " " + (rest == 1 ? currency.cent() : currency.cents());
    return parts[0].matches("0*") ? cents : whole + " and " + cents;
  }

  private static String counted(String digits, String one, String several) {
    return digits.equals("1")
        ? "one " + one
        : Numerals.whole(digits.isEmpty() ? "0" : digits) + " " + several;
  }

  private static String measured(String number, String unit) {
    String several = UNITS.getOrDefault(unit, unit);
    String said = number.equals("1") ? single(several) : several;
    return Numerals.number(number) + " " + said;
  }

  /** "feet" and "hertz" stay as they are heard most. */
  private static String single(String several) {
    return several.equals("feet") ? "foot" : several.replaceFirst("^(\\w+[a-z])s\\b", "$1");
  }

  private static String mixed(MatchResult found) {
    String share = part(found.group(2), found.group(3));
    String whole = Numerals.whole(found.group(1));
    return "%s and %s".formatted(whole, share.replaceFirst("^one (?=half|quarter|third)", "a "));
  }

  private static String share(MatchResult found) {
    boolean small = number(found.group(1)) < number(found.group(2));
    return small && PARTS.containsKey(found.group(2))
        ? part(found.group(1), found.group(2))
        : Numerals.whole(found.group(1)) + " " + Numerals.whole(found.group(2));
  }

  private static String part(String top, String bottom) {
    String part = PARTS.getOrDefault(bottom, Numerals.ordinal(number(bottom)));
    boolean one = top.equals("1");
    String parts = part.equals("half") ? "halves" : part + "s";
    return Numerals.whole(top) + " " + (one ? part : parts);
  }
}
