package dev.soundcheck.script;

import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Scenario;
import java.util.List;

/**
 * Finds steps whose keyword is misspelt. Gherkin takes such a line right after {@code Scenario:}
 * for a description and says nothing.
 */
final class MisspeltKeywords {
  private static final List<String> KEYWORDS = List.of("Given", "When", "Then", "And", "But");

  private final FeatureSource source;
  private final Mistakes mistakes;
  private final List<String> written;

  MisspeltKeywords(FeatureSource source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
    written = source.text().lines().toList();
  }

  void check(Outline outline) {
    for (Background background : outline.backgrounds()) {
      int title = background.getLocation().getLine().intValue();
      check(title, background.getDescription(), background.getSteps().isEmpty());
    }
    for (Scenario scenario : outline.scenarios()) {
      int title = scenario.getLocation().getLine().intValue();
      check(title, scenario.getDescription(), scenario.getSteps().isEmpty());
    }
  }

  private void check(int title, String description, boolean noSteps) {
    if (noSteps && description.isBlank()) {
      int column = indent(written.get(title - 1)) + 1;
      mistakes.add(source.shown(), title, column, "expected steps after this line, got none");
    }
    long left = description.lines().map(String::strip).filter(line -> !line.isEmpty()).count();
    for (int at = title; left > 0 && at < written.size(); at++) {
      String line = written.get(at).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        left--;
        checkLine(at, line, noSteps);
      }
    }
  }

  private void checkLine(int at, String line, boolean noSteps) {
    String[] words = line.split("\\s+", 2);
    boolean phrase = words.length == 2 && isPhrase(words[1]);
    if (noSteps || phrase) {
      String expected = "expected a step that begins with Given, When, Then, And or But";
      mistakes.add(
          source.shown(),
          at + 1,
          indent(written.get(at)) + 1,
          "%s, got '%s'%s".formatted(expected, line, Hint.at(words[0], KEYWORDS)));
    }
  }

  private static boolean isPhrase(String text) {
    return Phrases.ALL.stream().anyMatch(phrase -> phrase.expression().match(text) != null);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
