package dev.soundcheck.script;

import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.ParseError;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Gherkin parser has to say, in the form of our own mistakes. */
final class GherkinMistakes {
  private static final Pattern PLACE = Pattern.compile("^\\(\\d+:\\d+\\): ");
  private static final Pattern EXPECTED =
      Pattern.compile(
          "^(?:unexpected end of file, )?expected: (.*?)(?:, got '(.*)')?$", Pattern.DOTALL);

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("#FeatureLine", "'Feature:'"),
          Map.entry("#RuleLine", "'Rule:'"),
          Map.entry("#BackgroundLine", "'Background:'"),
          Map.entry("#ScenarioLine", "'Scenario:'"),
          Map.entry("#ExamplesLine", "'Examples:'"),
          Map.entry("#StepLine", "a step (Given, When, Then, And or But)"),
          Map.entry("#DocStringSeparator", "the end of the doc string"),
          Map.entry("#TableRow", "a row of a table"),
          Map.entry("#TagLine", "a tag"),
          Map.entry("#Other", "text"));

  private GherkinMistakes() {}

  static void add(ParseError error, FeatureSource source, Mistakes mistakes) {
    long line = error.getSource().getLocation().map(Location::getLine).orElse(1L);
    long column = error.getSource().getLocation().flatMap(Location::getColumn).orElse(1L);
    mistakes.add(source.shown(), line, Math.max(1, column), said(error.getMessage()));
  }

  private static String said(String message) {
    String bare = PLACE.matcher(message).replaceFirst("");
    Matcher expected = EXPECTED.matcher(bare);
    if (!expected.matches()) {
      return bare;
    }
    String found =
        expected.group(2) == null ? "the end of the file" : "'" + expected.group(2) + "'";
    return "expected %s, got %s".formatted(inWords(expected.group(1)), found);
  }

  private static String inWords(String tokens) {
    Set<String> words = new LinkedHashSet<>();
    for (String token : tokens.split(", ")) {
      String word = WORDS.get(token);
      if (word != null) {
        words.add(word);
      }
    }
    return words.isEmpty() ? tokens : String.join(" or ", words);
  }
}
