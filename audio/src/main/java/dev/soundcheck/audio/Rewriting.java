package dev.soundcheck.audio;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way of writing that is read otherwise than it is written. */
@FunctionalInterface
interface Rewriting {
  /** The text with all such places as they are said. */
  String in(String text);

  /** Places like the pattern are said in these words, in which {@code $1} is its first group. */
  static Rewriting of(String pattern, String words) {
    Pattern written = Pattern.compile(pattern);
    return text -> written.matcher(text).replaceAll(words);
  }

  /** What is said depends on what is found. */
  static Rewriting of(String pattern, Function<MatchResult, String> words) {
    Pattern written = Pattern.compile(pattern);
    return text ->
        written.matcher(text).replaceAll(found -> Matcher.quoteReplacement(words.apply(found)));
  }
}
