package dev.soundcheck.script;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the user's last turn puts into an answer: {@code {words}} and {@code {seconds}}.
 *
 * @param words typed, or the transcript of speech
 * @param spoken how long the user spoke
 */
record Filling(String words, Duration spoken) {
  static final Filling NONE = new Filling("", Duration.ZERO);

  private static final String WORDS = "{words}";
  private static final String SECONDS = "{seconds}";

  String into(String text) {
    return text.replace(WORDS, words).replace(SECONDS, seconds(spoken));
  }

  /**
   * What was said, when it holds the text; how long somebody spoke is only known to who listened,
   * so any number will do.
   */
  Pattern asPattern(String text, int flags) {
    String filled = Spelling.collapsed(text.replace(WORDS, words));
    String pattern =
        Arrays.stream(filled.split(Pattern.quote(SECONDS), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[0-9]+\\.[0-9]"));
    return Pattern.compile(pattern, flags);
  }

  static String seconds(Duration spoken) {
    return String.format(Locale.ROOT, "%.1f", spoken.toMillis() / 1000.0);
  }
}
