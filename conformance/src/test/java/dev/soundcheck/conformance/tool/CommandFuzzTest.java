package dev.soundcheck.conformance.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written as a command or a file of tools, it is read, or told what is wrong. */
final class CommandFuzzTest {
  private static final List<String> COMMANDS =
      List.of(
          "python app.py {url} --key '{key}' \"a b\" c\\ d",
          "{{url}} {url}",
          "./x 'it''s' \"\\\"\"");

  private static final String TOOLS =
      """
      {"weather":"foggy","time":{"output":{"hour":1},"description":"d","parameters":{"type":"object"}},
       "run":{"command":"echo x"},"more":{"command":["echo","y"]}}
      """;

  @TempDir Path folder;

  @Test
  void every_command_is_words_or_told_what_is_wrong_with_it() {
    Fuzz.ofTexts("commands", Kinds.expressions(), COMMANDS).runTexts(this::read);
  }

  private boolean read(String text) {
    List<String> mistakes = new ArrayList<>();
    boolean read =
        CommandTemplate.of(text, "--command", Set.of("url", "key"), folder, mistakes).isPresent();
    assertThat(mistakes).allMatch(one -> one.startsWith("--command: "));
    assertThat(read).isEqualTo(mistakes.isEmpty());
    return read;
  }

  @Test
  void every_file_of_tools_is_read_with_its_mistakes() {
    Path file = folder.resolve("tools.json");
    Fuzz.ofTexts("tools", Kinds.json(), List.of(TOOLS))
        .run(
            input -> {
              Files.write(file, input);
              List<String> mistakes = new ArrayList<>();
              List<Tool> tools = ToolFile.read(file, mistakes);
              return !tools.isEmpty() && mistakes.isEmpty();
            });
  }

  @Test
  void work_grows_as_a_command_grows() {
    for (String part : List.of("x", "x ", "'", "\\", "{", "{url}", "{{url}}", "{a")) {
      Growth.isNotQuadratic(
          part,
          4_000,
          length -> part.repeat(length / part.length()).getBytes(StandardCharsets.UTF_8),
          text -> read(new String(text, StandardCharsets.UTF_8)));
    }
  }
}
