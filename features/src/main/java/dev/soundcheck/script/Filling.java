package dev.soundcheck.script;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What fills the places in braces: {@code {words}} and {@code {seconds}} of the user's last turn,
 * and what lines before have remembered.
 *
 * @param words typed, or the transcript of speech
 * @param spoken how long the user spoke
 * @param names what was remembered, by the name it was given
 */
record Filling(String words, Duration spoken, Map<String, JsonNode> names) {
  /** Names that nothing can be remembered under. */
  static final Set<String> OWN = Set.of("words", "seconds");

  static final Filling NONE = new Filling("", Duration.ZERO, Map.of());
  private static final String WORDS = "{words}";
  private static final String SECONDS = "{seconds}";

  Filling {
    names = Map.copyOf(names);
  }

  /** The same after another turn of the user. */
  Filling afterTurn(String said, Duration lasted) {
    return new Filling(said, lasted, names);
  }

  Filling remembering(String name, JsonNode value) {
    Map<String, JsonNode> more = new HashMap<>(names);
    more.put(name, value);
    return new Filling(words, spoken, more);
  }

  Optional<JsonNode> remembered(String name) {
    return Optional.ofNullable(names.get(name));
  }

  String into(String text) {
    String filled = known(text);
    return filled.contains(SECONDS) ? filled.replace(SECONDS, seconds(spoken)) : filled;
  }

  /**
   * What was said, when it holds the text; how long somebody spoke is only known to who listened,
   * so any number will do.
   */
  Pattern asPattern(String text, int flags) {
    String filled = Spelling.collapsed(known(text));
    String pattern =
        Arrays.stream(filled.split(Pattern.quote(SECONDS), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[0-9]+\\.[0-9]"));
    return Pattern.compile(pattern, flags);
  }

  private String known(String text) {
    String filled = text.replace(WORDS, words);
    for (var one : names.entrySet()) {
      JsonNode value = one.getValue();
      String shown = value.isString() ? value.stringValue() : value.toString();
      filled = filled.replace("{" + one.getKey() + "}", shown);
    }
    return filled;
  }

  static String seconds(Duration spoken) {
    return String.format(Locale.ROOT, "%.1f", spoken.toMillis() / 1000.0);
  }
}
