package dev.soundcheck.script;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

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

  /** Finds the text in what was said; how long somebody spoke is only known to who listened. */
  boolean foundIn(String said, String text, boolean all) {
    String[] pieces = text.replace(WORDS, words).split(Pattern.quote(SECONDS), -1);
    StringBuilder pattern = new StringBuilder();
    for (String piece : pieces) {
      pattern.append(pattern.isEmpty() ? "" : "[0-9]+\\.[0-9]").append(Pattern.quote(piece));
    }
    var matcher = Pattern.compile(pattern.toString()).matcher(said);
    return all ? matcher.matches() : matcher.find();
  }

  static String seconds(Duration spoken) {
    return String.format(Locale.ROOT, "%.1f", spoken.toMillis() / 1000.0);
  }
}
