package dev.soundcheck.listener;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Numbers as people say them: 1024 is "one thousand twenty four", "ten twenty four", digits. */
final class Numbers {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] THOUSANDS = {"", "thousand", "million", "billion", "trillion"};
  private static final int THOUSAND = 1000;
  private static final int HUNDRED = 100;
  private static final int PAIR = 2;

  private Numbers() {}

  /**
   * Ways to say it.
   *
   * @param digits up to fifteen
   */
  static List<List<String>> said(String digits) {
    Set<List<String>> ways = new LinkedHashSet<>();
    boolean counts = digits.equals("0") || !digits.startsWith("0");
    if (counts) {
      ways.add(whole(Long.parseLong(digits), false));
      ways.add(whole(Long.parseLong(digits), true));
    }
    if (counts && (digits.length() == 3 || digits.length() == 4)) {
      ways.addAll(inPairs(digits));
    }
    if (digits.length() > 1) {
      ways.add(oneByOne(digits, "zero"));
      ways.add(oneByOne(digits, "oh"));
    }
    return List.copyOf(ways);
  }

  private static List<String> whole(long number, boolean and) {
    if (number == 0) {
      return List.of(SMALL[0]);
    }
    List<String> words = new ArrayList<>();
    long rest = number;
    for (int power = 0; rest > 0; power++) {
      int three = (int) (rest % THOUSAND);
      if (three > 0) {
        List<String> group = new ArrayList<>(belowThousand(three, and));
        if (power > 0) {
          group.add(THOUSANDS[power]);
        }
        words.addAll(0, group);
      }
      rest /= THOUSAND;
    }
    return words;
  }

  private static List<String> belowThousand(int number, boolean and) {
    List<String> words = new ArrayList<>();
    if (number >= HUNDRED) {
      words.add(SMALL[number / HUNDRED]);
      words.add("hundred");
      if (and && number % HUNDRED > 0) {
        words.add("and");
      }
    }
    words.addAll(belowHundred(number % HUNDRED));
    return words;
  }

  private static List<String> belowHundred(int number) {
    if (number == 0) {
      return List.of();
    }
    if (number < SMALL.length) {
      return List.of(SMALL[number]);
    }
    return number % 10 == 0
        ? List.of(TENS[number / 10])
        : List.of(TENS[number / 10], SMALL[number % 10]);
  }

  /** 427 as "four twenty seven", 1905 as "nineteen oh five", 1900 as "nineteen hundred". */
  private static List<List<String>> inPairs(String digits) {
    int place = digits.length() - PAIR;
    int first = Integer.parseInt(digits.substring(0, place));
    int second = Integer.parseInt(digits.substring(place));
    List<String> words = new ArrayList<>(belowHundred(first));
    if (second == 0) {
      words.add("hundred");
    } else if (second < 10) {
      words.add("oh");
      words.add(SMALL[second]);
    } else {
      words.addAll(belowHundred(second));
    }
    return List.of(words);
  }

  private static List<String> oneByOne(String digits, String nought) {
    return digits.chars().mapToObj(digit -> digit == '0' ? nought : SMALL[digit - '0']).toList();
  }
}
