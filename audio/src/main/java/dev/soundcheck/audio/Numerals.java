package dev.soundcheck.audio;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers in English words, as Americans say them. */
final class Numerals {
  private static final List<String> SMALL =
      List.of(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
              .split(" "));

  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final List<String> GROUPS =
      List.of("", " thousand", " million", " billion", " trillion");

  private static final Map<String, String> ORDINALS =
      Map.ofEntries(
          Map.entry("one", "first"),
          Map.entry("two", "second"),
          Map.entry("three", "third"),
          Map.entry("five", "fifth"),
          Map.entry("eight", "eighth"),
          Map.entry("nine", "ninth"),
          Map.entry("twelve", "twelfth"));

  /** More digits are read one by one. */
  private static final int MOST_DIGITS = 3 * GROUPS.size();

  private Numerals() {}

  /** {@code "1,234.50"} as "one thousand two hundred thirty four point five zero". */
  static String number(String written) {
    String plain = written.replace(",", "");
    int point = plain.indexOf('.');
    if (point < 0) {
      return whole(plain);
    }
    String before = point == 0 ? "zero" : whole(plain.substring(0, point));
    return before + " point " + digits(plain.substring(point + 1));
  }

  /** Digits without a point; those of telephone numbers and codes are read one by one. */
  static String whole(String digits) {
    boolean code = digits.length() > MOST_DIGITS || (digits.length() > 1 && digits.startsWith("0"));
    return code ? digits(digits) : cardinal(new BigInteger(digits).longValueExact());
  }

  static String cardinal(long number) {
    if (number == 0) {
      return SMALL.get(0);
    }
    StringBuilder words = new StringBuilder();
    long rest = number;
    for (int group = 0; rest > 0; group++, rest /= 1000) {
      int part = (int) (rest % 1000);
      if (part > 0) {
        words.insert(0, belowThousand(part) + GROUPS.get(group) + " ");
      }
    }
    return words.toString().strip();
  }

  private static String belowThousand(int number) {
    String hundreds = number >= 100 ? SMALL.get(number / 100) + " hundred" : "";
    int rest = number % 100;
    String low = rest == 0 ? "" : rest < 20 ? SMALL.get(rest) : tens(rest);
    return (hundreds + " " + low).strip();
  }

  private static String tens(int number) {
    String one = number % 10 == 0 ? "" : " " + SMALL.get(number % 10);
    return TENS.get(number / 10) + one;
  }

  /** {@code 21} as "twenty first". */
  static String ordinal(long number) {
    String words = cardinal(number);
    int last = words.lastIndexOf(' ') + 1;
    String end = words.substring(last);
    return words.substring(0, last) + ORDINALS.getOrDefault(end, regular(end));
  }

  private static String regular(String cardinal) {
    return cardinal.endsWith("y")
        ? cardinal.substring(0, cardinal.length() - 1) + "ieth"
        : cardinal + "th";
  }

  /** {@code 1905} as "nineteen oh five", {@code 2026} as "twenty twenty six". */
  static String year(int year) {
    int century = year / 100;
    int rest = year % 100;
    if (year % 1000 < 10 || year < 1000) {
      return cardinal(year);
    }
    String low = rest == 0 ? "hundred" : rest < 10 ? "oh " + SMALL.get(rest) : cardinal(rest);
    return cardinal(century) + " " + low;
  }

  /** One by one. */
  static String digits(String digits) {
    return digits
        .chars()
        .mapToObj(digit -> SMALL.get(Character.digit(digit, 10)))
        .collect(Collectors.joining(" "));
  }
}
