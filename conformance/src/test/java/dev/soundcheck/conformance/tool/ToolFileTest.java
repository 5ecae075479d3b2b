package dev.soundcheck.conformance.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tools as people write them down; docs/decisions/client-tools.md. */
final class ToolFileTest {
  @TempDir Path folder;

  private final List<String> mistakes = new ArrayList<>();

  @Test
  void a_file_says_what_is_told_to_the_server_and_where_outputs_come_from() throws IOException {
    List<Tool> tools =
        read(
            """
            {
              "get_time": "noon",
              "get_weather": {
                "description": "The weather in a city.",
                "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
                "output": {"sky": "fog", "degrees": 12}
              },
              "echo": {"command": "cat -"},
              "list": {"command": ["ls", "a folder"]}
            }
            """);

    assertThat(mistakes).isEmpty();
    assertThat(tools)
        .extracting(Tool::recipe)
        .containsExactly(
            new Recipe.Fixed("noon"),
            new Recipe.Fixed("{\"sky\":\"fog\",\"degrees\":12}"),
            new Recipe.Command(List.of("cat", "-")),
            new Recipe.Command(List.of("ls", "a folder")));
    assertThat(tools.get(0).declaration())
        .hasToString(
            "{\"type\":\"function\",\"name\":\"get_time\",\"description\":\"\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}");
    assertThat(tools.get(1).declaration())
        .hasToString(
            "{\"type\":\"function\",\"name\":\"get_weather\",\"description\":\"The weather in a city.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}");
  }

  @Test
  void all_mistakes_of_a_file_are_told_at_once() throws IOException {
    read(
        """
        {
          "a": 5,
          "b": {},
          "c": {"output": "x", "command": "ls"},
          "d": {"comand": "ls", "output": "x"},
          "e": {"command": "no-such-program-anywhere"},
          "f": {"command": 7},
          "g": {"command": "'ls"},
          "h": {"output": "x", "parameters": "none", "description": 1}
        }
        """);

    assertThat(mistakes.stream().map(it -> it.replace(folder + "/tools.json: ", "")))
        .containsExactly(
            "a: expected a string or an object, found 5.",
            "b: expected either 'output' or 'command', found {}.",
            "c: expected either 'output' or 'command', found {\"output\":\"x\",\"command\":\"ls\"}.",
            "d: unknown member 'comand'. Did you mean 'command'?",
            "e: there is no program 'no-such-program-anywhere' in the PATH; one in this folder is written './no-such-program-anywhere'.",
            "f: expected 'command' to be a string or an array of them, found 7.",
            "g: the quote ' is not closed in ''ls'.",
            "h: expected 'description' to be a string, found 1.",
            "h: expected 'parameters' to be an object, a JSON Schema, found \"none\".");
  }

  @Test
  void what_is_no_file_of_tools_is_told() throws IOException {
    read("[1]");
    read("tools: none");
    ToolFile.read(folder.resolve("missing.json"), mistakes);

    assertThat(mistakes)
        .hasSize(3)
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .endsWith("expected an object with a member for each tool, found [1]."),
            it -> assertThat(it).endsWith("expected JSON, but it cannot be read as such."),
            it -> assertThat(it).matches("--tools: there is no file '.*missing.json'."));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '§',
      value = {
        "a b,a|b",
        "§  a   b  §,a|b",
        "'a b' c,a b|c",
        "\"a 'b' \\\" c\" d,a 'b' \" c|d",
        "'a\\b',a\\b",
        "a\\ b,a b",
        "x'' '',x|",
        "--q='a b'c,--q=a bc"
      })
  void a_command_is_split_as_people_expect(String text, String words) {
    assertThat(String.join("|", CommandWords.of(text))).isEqualTo(words);
  }

  @Test
  void a_command_without_words_is_none() {
    assertThatThrownBy(() -> CommandWords.of("  ")).hasMessage("there is no command");
  }

  @Test
  void a_file_that_may_not_be_run_is_told_before() throws IOException {
    Path file = Files.writeString(folder.resolve("tool.sh"), "#!/bin/sh\n");

    assertThat(Programs.missing(file.toString(), ""))
        .contains("'%s' may not be run; chmod +x allows it".formatted(file));
    assertThat(Programs.missing(folder + "/gone", ""))
        .contains("there is no program '%s/gone'".formatted(folder));
    assertThat(Programs.missing("sh", "/usr/bin:/bin")).isEmpty();
  }

  private List<Tool> read(String text) throws IOException {
    return ToolFile.read(Files.writeString(folder.resolve("tools.json"), text), mistakes);
  }
}
