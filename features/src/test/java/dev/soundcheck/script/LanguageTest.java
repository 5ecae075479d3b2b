package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of phrases (style.md §4.6): each row is clear, documented and in use. */
final class LanguageTest {
  private static final Path FEATURES = Path.of(System.getProperty("soundcheck.root"), "features");
  private static final Path OURS = FEATURES.resolve("src/test/resources/scenarios");

  static List<Phrase> phrases() {
    return Phrases.ALL;
  }

  static List<Program> programsOfTheWholeLanguage() {
    return List.copyOf(Repertoire.compiled(FeatureFolder.sources(OURS), Vocabulary.NONE).values());
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void an_example_is_understood_by_its_own_phrase_only(Phrase phrase) {
    assertThat(phrases())
        .filteredOn(other -> other.expression().match(phrase.example()) != null)
        .containsExactly(phrase);
    assertThat(phrase.meaning()).isNotBlank();
  }

  @Test
  void every_phrase_is_played_in_a_feature() throws IOException {
    List<String> steps = new ArrayList<>();
    for (FeatureSource source : FeatureFolder.sources(FEATURES)) {
      steps.addAll(steps(source.text()));
    }
    for (FeatureSource source : FeatureFolder.sources(OURS)) {
      steps.addAll(steps(source.text()));
    }
    List<String> unplayed = new ArrayList<>();
    for (Phrase phrase : phrases()) {
      if (steps.stream().noneMatch(step -> plays(phrase, step))) {
        unplayed.add(phrase.source());
      }
    }
    assertThat(unplayed).isEmpty();
  }

  /** Also where the phrase stands in another line. */
  private static boolean plays(Phrase phrase, String step) {
    return phrase.expression().match(step) != null
        || phrases().stream()
            .filter(Phrase::takesLine)
            .map(outer -> outer.expression().match(step))
            .filter(Objects::nonNull)
            .map(found -> found.get(found.size() - 1).getValue().toString())
            .anyMatch(inner -> plays(phrase, inner));
  }

  private static List<String> steps(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.matches("(Given|When|Then|And|But) .*"))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("programsOfTheWholeLanguage")
  void both_roles_meet_every_line(Program program) {
    Duet duet = new Duet(program).play();
    assertThat(duet.unmet).isEmpty();
    assertThat(duet.clientOver()).isTrue();
    assertThat(duet.serverOver()).isTrue();
  }

  @Test
  void features_are_short_and_say_why_they_exist() throws IOException {
    for (FeatureSource source : FeatureFolder.sources(FEATURES)) {
      List<String> lines = source.text().lines().toList();
      assertThat(lines).as(source.shown()).hasSizeLessThanOrEqualTo(60);
      assertThat(lines.get(0)).startsWith("Feature: ");
      assertThat(lines.get(1)).as(source.shown()).matches("  \\w.*");
    }
  }

  @Test
  void the_index_of_built_in_features_is_the_folder() throws IOException {
    List<String> files;
    try (Stream<Path> walk = Files.walk(FEATURES, 2)) {
      files =
          walk.filter(file -> file.toString().endsWith(".feature"))
              .map(file -> FEATURES.relativize(file).toString())
              .sorted()
              .toList();
    }
    Path index = FEATURES.resolve("src/main/resources" + BuiltIn.INDEX);
    Golden.compare(index, String.join("\n", files) + "\n");
  }

  @Test
  void the_page_about_the_language_is_the_table() throws IOException {
    Golden.compare(FEATURES.resolveSibling("docs/scenarios.md"), LanguagePage.text());
  }
}
