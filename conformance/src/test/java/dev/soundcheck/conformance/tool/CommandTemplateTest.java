package dev.soundcheck.conformance.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 6 point 4: {@code --command "CMD {url}"}. */
final class CommandTemplateTest {
  private static final Map<String, String> VALUES =
      Map.of("url", "ws://127.0.0.1:1/v1/realtime", "say", "It's \"{url}\", $1 \\ really");

  private final List<String> mistakes = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '§',
      delimiter = '#',
      value = {
        "sh app {url}            # sh|app|ws://127.0.0.1:1/v1/realtime",
        "sh --url={url}?x=1      # sh|--url=ws://127.0.0.1:1/v1/realtime?x=1",
        "sh {say}                # sh|It's \"{url}\", $1 \\ really",
        "sh '{say} {url}'        # sh|It's \"{url}\", $1 \\ really ws://127.0.0.1:1/v1/realtime",
        "sh {{url}} {{gone}}     # sh|{url}|{gone}",
        "sh '{\"a\": {}}' {} {1} # sh|{\"a\": {}}|{}|{1}"
      })
  void what_fills_a_placeholder_is_a_part_of_its_word(String text, String words) {
    assertThat(template(text).orElseThrow().filled(VALUES)).isEqualTo(List.of(words.split("\\|")));
    assertThat(mistakes).isEmpty();
  }

  @Test
  void all_mistakes_are_told_together() {
    assertThat(template("no-such-program {ulr} ${SOUNDCHECK_SAY} {ulr} {url}")).isEmpty();
    assertThat(mistakes).hasSize(3);
    assertThat(mistakes.get(0))
        .isEqualTo(
            "--command: unknown placeholder {ulr}. Did you mean {url}? There are {say}, {url};"
                + " {{ulr}} is written where the program is to see {ulr}.");
    assertThat(mistakes.get(1)).startsWith("--command: unknown placeholder {SOUNDCHECK_SAY}. ");
    assertThat(mistakes.get(2))
        .startsWith("--command: there is no program 'no-such-program' in the PATH; ");
  }

  @Test
  void a_quote_that_is_not_closed_is_told() {
    assertThat(template("sh 'app {url}")).isEmpty();
    assertThat(mistakes)
        .containsExactly("--command: the quote ' is not closed in 'sh 'app {url}'.");
  }

  /** Only the caller knows then. */
  @Test
  void a_program_that_is_a_placeholder_is_not_looked_for() {
    assertThat(template("{say} {url}")).isPresent();
  }

  @Test
  void a_value_that_is_missing_is_the_callers_mistake() {
    CommandTemplate template = template("sh {url} {say}").orElseThrow();

    assertThatThrownBy(() -> template.filled(Map.of("url", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing fills {say}");
  }

  private Optional<CommandTemplate> template(String text) {
    return CommandTemplate.of(text, "--command", Set.of("url", "say"), Path.of(""), mistakes);
  }
}
