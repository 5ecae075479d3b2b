package dev.soundcheck.server.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Phrases that are spoken otherwise than they are written: whole words in any case, the longest
 * first (events.yaml, {@code session.replace}).
 */
final class Replacements {
  private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}_])";
  private static final String NO_LETTER_BEHIND = "(?![\\p{L}\\p{N}_])";

  private final Map<String, String> spoken = new LinkedHashMap<>();
  private final @Nullable Pattern phrases;

  private Replacements(Optional<JsonNode> sent) {
    sent.ifPresent(all -> all.properties().forEach(one -> put(one.getKey(), one.getValue())));
    phrases = spoken.isEmpty() ? null : anyOf(spoken);
  }

  static Replacements of(Optional<JsonNode> sent) {
    return new Replacements(sent);
  }

  private void put(String phrase, JsonNode instead) {
    if (!phrase.isBlank()) {
      spoken.put(key(phrase), instead.asString(""));
    }
  }

  private static String key(String phrase) {
    return phrase.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static Pattern anyOf(Map<String, String> spoken) {
    String any =
        spoken.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(phrase -> Pattern.quote(phrase).replace(" ", "\\E\\s+\\Q"))
            .collect(Collectors.joining("|", NO_LETTER_BEFORE + "(?:", ")" + NO_LETTER_BEHIND));
    return Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** What is spoken for these words. */
  String in(String words) {
    return phrases == null
        ? words
        : phrases
            .matcher(words)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        spoken.getOrDefault(key(found.group()), found.group())));
  }

  /** The sentences, those together that a phrase runs through; joined they are all the words. */
  List<List<String>> groups(List<String> sentences) {
    String all = String.join("", sentences);
    List<List<String>> groups = new ArrayList<>();
    int start = 0;
    for (String sentence : sentences) {
      if (groups.isEmpty() || !within(all, start)) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(sentence);
      start += sentence.length();
    }
    return groups;
  }

  /** Whether a phrase begins before and ends after this place. */
  private boolean within(String all, int place) {
    return phrases != null
        && phrases
            .matcher(all)
            .results()
            .anyMatch(found -> found.start() < place && found.end() > place);
  }
}
