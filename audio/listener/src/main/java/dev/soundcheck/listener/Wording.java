package dev.soundcheck.listener;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a written phrase is said, word by word; numbers are said in several ways. */
final class Wording {
  private static final int MOST_WAYS = 64;
  private static final int MOST_WORDS = 60;
  private static final int MOST_DIGITS = 15;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z][A-Za-z']*|[0-9]+");
  private static final Pattern FOREIGN = Pattern.compile("[\\p{L}\\p{N}&&[^A-Za-z0-9]]");
  private static final Pattern SIGN = Pattern.compile("[$\\u20ac\\u00a3\\u00a5#*+=<>^~\\\\/|]");
  private static final Pattern INITIALS = Pattern.compile("[A-Z]{2,5}|(?:[A-Za-z]\\.){2,}");
  private static final Pattern GROUPED = Pattern.compile("(?<=[0-9]),(?=[0-9]{3})");
  private static final Pattern DECIMAL = Pattern.compile("(?<=[0-9])\\.(?=[0-9])");

  /** Signs that are said where they are written. */
  private static final Map<String, String> SIGNS =
      Map.of("&", " and ", "%", " percent ", "@", " at ", "\u2019", "'", "\u00b0", " degrees ");

  private Wording() {}

  /** Why it cannot be said, and what to write instead; empty when it can. */
  static Optional<String> objection(String phrase) {
    String text = plain(phrase);
    Matcher foreign = FOREIGN.matcher(text);
    if (foreign.find()) {
      return Optional.of(
          "the listener knows English only, and '%s' is no English letter: use another choice"
              .formatted(foreign.group()));
    }
    Matcher sign = SIGN.matcher(text);
    if (sign.find()) {
      return Optional.of("write '%s' as it is said, in words".formatted(sign.group()));
    }
    List<String> tokens = tokens(text);
    if (tokens.isEmpty()) {
      return Optional.of("there is no word in it to listen for");
    }
    if (tokens.size() > MOST_WORDS) {
      return Optional.of("nobody says more than %d words at once".formatted(MOST_WORDS));
    }
    return tokens.stream()
        .filter(token -> token.length() > MOST_DIGITS && Character.isDigit(token.charAt(0)))
        .findFirst()
        .map("write %s in groups, as it is said"::formatted);
  }

  /** All ways to say it, at most 64; none for what there is an objection to. */
  static List<List<String>> of(String phrase) {
    List<List<String>> ways = new ArrayList<>();
    ways.add(List.of());
    for (String token : tokens(plain(phrase))) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> said : said(token)) {
        for (List<String> way : ways) {
          if (longer.size() < MOST_WAYS) {
            List<String> both = new ArrayList<>(way);
            both.addAll(said);
            longer.add(both);
          }
        }
      }
      ways = longer;
    }
    return ways.stream().filter(way -> !way.isEmpty()).distinct().toList();
  }

  private static List<List<String>> said(String token) {
    return Character.isDigit(token.charAt(0))
        ? Numbers.said(token)
        : List.of(List.of(token.toLowerCase(Locale.ROOT)));
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(found -> bare(found.group())).toList();
  }

  private static String bare(String token) {
    return token.endsWith("'") ? token.substring(0, token.length() - 1) : token;
  }

  /** Accents taken off, signs named, initials apart, numbers without their commas. */
  private static String plain(String phrase) {
    String text = phrase;
    for (var sign : SIGNS.entrySet()) {
      text = text.replace(sign.getKey(), sign.getValue());
    }
    text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    text = GROUPED.matcher(text).replaceAll("");
    text = DECIMAL.matcher(text).replaceAll(" point ");
    return INITIALS
        .matcher(text)
        .replaceAll(
            found -> " " + String.join(" ", found.group().replace(".", "").split("")) + " ");
  }
}
