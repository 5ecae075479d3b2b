package dev.soundcheck.conformance.adding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a page and what it prints.
 *
 * @param line as it is typed
 * @param prints its whole output; {@code …} stands for any text, alone in a line for any lines
 */
record Command(String line, List<String> prints) {
  private static final Pattern TESTS = Pattern.compile("-Dtest=(\\S+)");

  Command {
    prints = List.copyOf(prints);
  }

  /** The tests that Maven is asked for; none when it is another program. */
  List<String> tests() {
    Matcher tests = TESTS.matcher(line);
    return line.startsWith("mvn ") && tests.find() ? List.of(tests.group(1).split(",")) : List.of();
  }

  /** Whether it is a program of the project's own beside {@code ./soundcheck}. */
  boolean script() {
    return line.startsWith("conformance/");
  }

  /** Whether what was printed is what the page says. */
  boolean printed(String output) {
    StringBuilder expected = new StringBuilder();
    for (String shown : prints) {
      expected.append(shown.equals("…") ? "(?:.*\n)*" : quoted(shown) + "\n");
    }
    return Pattern.matches(expected.toString(), output);
  }

  private static String quoted(String line) {
    return List.of(line.split("…", -1)).stream()
        .map(Pattern::quote)
        .reduce((before, after) -> before + ".*" + after)
        .orElseThrow();
  }
}
