package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a feature holds, it is compiled, or each mistake is told with its line. */
final class FeatureFuzzTest {
  private static final String[] STRANGE = {
    "  Scenario Outline: <a>",
    "    Examples:\n      | a | b |\n      | 1 |",
    "  @x @x @",
    "# language: no",
    "# language: xx",
    "  Rule: R",
    "  Background:",
    "    \"\"\"\n    {\"type\":\"ping\",\"a\":\"<b>\",\"c\":\"any\"}",
    "    ```json",
    "      | a |",
    "    * ",
    "    When When the user types \"x\"",
    "    Given the pace \"1h/1h\"",
    "    And after 9999999 h, the user types \"x\"",
    "    Then within 0 s, 99999999 times",
    "    And while the assistant says \"\", the user speaks \"\"",
    "    And it repeats 99999999 times",
  };

  @Test
  void every_feature_is_compiled_or_told_its_mistakes_by_line() {
    Fuzz.ofTexts("features", Kinds.lines(STRANGE), corpus()).runTexts(FeatureFuzzTest::compiled);
  }

  /** Single lines, so that every phrase gets its share. */
  @Test
  void every_line_is_understood_or_told_what_is_wrong_with_it() {
    List<String> lines =
        Stream.concat(
                Phrases.ALL.stream().map(Phrase::example),
                corpus().stream().flatMap(String::lines).map(String::strip))
            .map(line -> line.replaceFirst("^(Given|When|Then|And|But|\\*) ", ""))
            .filter(line -> !line.isBlank() && !line.startsWith("Feature"))
            .distinct()
            .toList();
    Fuzz.ofTexts("lines", Kinds.expressions(), lines)
        .runTexts(line -> compiled("Feature: F\n  Scenario: S\n    * " + line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "\\\\\"",
        "the user types ",
        "after 1 s, ",
        "\"",
        "'",
        "\"a\" ",
        "<a>",
        "1",
        "{",
        "{\"a\":",
        "\\n    * the user types \"x\"",
        "\\n    | a |",
        "\\n  Scenario: S",
        "\\n  Scenario: S\\n    * x",
        "\\n    Examples:\\n    | a |"
      })
  void work_grows_as_a_feature_grows(String part) {
    String one = part.replace("\\n", "\n");
    Growth.isNotQuadratic(
        part,
        2_000,
        length ->
            ("Feature: F\n  Scenario: S\n    * the user types \""
                    + one.repeat(length / one.length()))
                .getBytes(StandardCharsets.UTF_8),
        input -> compiled(new String(input, StandardCharsets.UTF_8)));
  }

  @Test
  void a_long_text_with_many_escapes_in_a_line_is_read() {
    String words = IntStream.range(0, 20_000).mapToObj(i -> "\\\"").reduce("", String::concat);

    assertThat(compiled("Feature: F\n  Scenario: S\n    * the user types \"" + words + "\""))
        .isTrue();
  }

  private static boolean compiled(String text) {
    FeatureSource source = new FeatureSource("fuzz.feature", "fuzz", text, FeatureFuzzTest::beside);
    try {
      Repertoire.compiled(List.of(source), Vocabulary.UNHEARD)
          .values()
          .forEach(FeatureFuzzTest::begin);
      return true;
    } catch (ScriptException refused) {
      assertThat(refused.mistakes()).isNotEmpty().allMatch(one -> one.startsWith("fuzz.feature"));
      return false;
    }
  }

  private static Optional<Path> beside(String name) {
    return FeatureFolder.beside(Path.of(""), Path.of("fuzz.feature"), name);
  }

  private static void begin(Program program) {
    for (Role role : Role.values()) {
      Move move = program.see(program.start(role), new Seen.Opened(Duration.ZERO));
      program.see(move.position(), new Seen.Passed(Duration.ofHours(1)));
    }
  }

  private static List<String> corpus() {
    return Corpus.texts("features", ".feature");
  }
}
