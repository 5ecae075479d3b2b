package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features outside a repertoire (issue 4, point 7: play a feature). */
final class ProgramsTest {
  private static final String HELLO =
      """
      Feature: Hello
        Scenario: A greeting
          When the user types "Hello"
          Then the assistant says "Good morning."
      """;

  @TempDir private Path folder;

  @Test
  void text_of_more_than_one_line_is_a_feature() {
    Program program = Programs.of(HELLO).orElseThrow();

    assertThat(program.title()).isEqualTo("A greeting");
    assertThat(program.name()).isEqualTo("given/a-greeting");
  }

  @Test
  void a_path_that_ends_like_a_feature_is_read() throws IOException {
    Path file = Files.writeString(folder.resolve("hello.feature"), HELLO);

    assertThat(Programs.of(file.toString()).orElseThrow().name()).isEqualTo("hello/a-greeting");
    assertThatThrownBy(() -> Programs.of(folder.resolve("none.feature").toString()))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("none.feature: expected a feature that can be read");
  }

  @Test
  void anything_else_can_only_be_a_name() {
    assertThat(Programs.of("tools/parallel-tool-calls")).isEmpty();
  }

  @Test
  void of_several_scenarios_none_is_chosen() {
    String two = HELLO + HELLO.substring(HELLO.indexOf('\n') + 1).replace("greeting", "farewell");

    assertThatThrownBy(() -> Programs.of(two))
        .hasMessageStartingWith(
            "given: expected one scenario or rule, got 2: 'A greeting', 'A farewell'.");
  }

  @Test
  void mistakes_are_told_with_their_places() {
    assertThatThrownBy(() -> Programs.of(HELLO.replace("types", "tipes")))
        .isInstanceOf(ScriptException.class)
        .hasMessageStartingWith("given:3:10: expected a phrase of the language");
  }
}
