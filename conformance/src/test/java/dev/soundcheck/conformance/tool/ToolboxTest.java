package dev.soundcheck.conformance.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.script.Reply;
import dev.soundcheck.script.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 5 point 4: "tools answered from --tool name=command or a JSON file". */
@Timeout(60)
final class ToolboxTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  @TempDir Path folder;

  private Toolbox toolbox = new Toolbox(List.of(), LONG);

  @AfterEach
  void close() {
    toolbox.close();
  }

  @Test
  void a_command_reads_the_arguments_and_writes_the_output() throws IOException {
    holds(program("echo", "printf '%s by %s\\n\\n' \"$(cat)\" \"$SOUNDCHECK_TOOL\""));

    assertThat(output("echo", "{\"city\": \"Zürich\"}"))
        .isEqualTo("{\"city\": \"Zürich\"} by echo");
    assertThat(toolbox.uses())
        .singleElement()
        .matches(use -> use.callId().equals("c0") && use.failure().isEmpty());
  }

  /** What looks like a shell's business is an argument like any other. */
  @Test
  void no_shell_sees_a_command() throws IOException {
    Path marker = folder.resolve("marker");
    List<String> words = new ArrayList<>(program("say", "printf '%s|' \"$@\"").words());
    words.addAll(List.of("$HOME", "; touch " + marker, "*"));
    toolbox = box(LONG, "say", new Recipe.Command(words));

    assertThat(output("say", "{}")).isEqualTo("$HOME|; touch " + marker + "|*|");
    assertThat(marker).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "exit 3 # exit status 3",
        "echo first >&2; echo no such city >&2; exit 1 # exit status 1: no such city",
        "head -c 65537 /dev/zero # it wrote more than 65536 bytes",
        "yes # it wrote more than 65536 bytes",
        "printf '\\377' # what it wrote is not UTF-8"
      })
  void a_command_that_fails_gives_an_output_that_says_so(String script, String why)
      throws IOException {
    holds(program("weather", script));

    assertThat(output("weather", "{}"))
        .isEqualTo("{\"error\":\"The tool weather failed: %s.\"}".formatted(why));
    assertThat(toolbox.uses()).singleElement().matches(use -> use.failure().orElse("").equals(why));
  }

  /** With all that it started: the children hold the pipe open and would go on. */
  @Test
  void a_command_that_does_not_end_is_ended() throws IOException {
    Path child = folder.resolve("child");
    Recipe.Command endless = program("wait", "sleep 1000 & echo $! > " + child + "; wait");
    toolbox = box(Duration.ofMillis(800), "wait", endless);

    assertThat(output("wait", "{}")).contains("no end within 800 ms");
    if (Files.exists(child) && Files.size(child) > 0) {
      long pid = Long.parseLong(Files.readString(child).strip());
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }
  }

  /**
   * The child has no parent any more, and holds the pipe open. A shell reads it, because a script
   * that was just written cannot be executed while another test's program inherits its file.
   */
  @Test
  void what_a_command_left_is_ended_with_it() throws IOException {
    Carriers.canBeSeen();
    Recipe.Command leaves = program("leave", "(sh " + folder + "/child &)");
    program("child", "while :; do sleep 1; done");
    toolbox = box(Duration.ofMillis(800), "leave", leaves);

    assertThat(output("leave", "{}")).contains("no end within 800 ms");
    Awaitility.await().untilAsserted(() -> Carriers.assertNone(folder.getFileName().toString()));
  }

  @Test
  void a_command_need_not_read_its_arguments() throws IOException {
    holds(program("deaf", "exec 0<&-; echo fine"));

    assertThat(output("deaf", "x".repeat(1_000_000))).isEqualTo("fine");
  }

  @Test
  void a_program_that_cannot_be_started_fails_like_any_other() {
    toolbox =
        box(LONG, "gone", new Recipe.Command(List.of(folder.resolve("no-such-file").toString())));

    assertThat(output("gone", "{}")).contains("The tool gone failed: cannot be started: ");
  }

  /** live-behaviour.md 2.5: all outputs before one response.create; each for its own call. */
  @Test
  void calls_are_answered_side_by_side_and_in_their_order() throws IOException {
    Path pipe = folder.resolve("pipe");
    Files.createFile(pipe);
    Recipe.Command first =
        program("first", "until [ -s " + pipe + " ]; do sleep 0.05; done; cat " + pipe);
    Recipe.Command second = program("second", "echo met > " + pipe + "; echo second");
    toolbox = new Toolbox(List.of(Tool.named("first", first), Tool.named("second", second)), LONG);
    List<Turn.ToolOutput> outputs =
        toolbox.answer(List.of(call(0, "first", "{}"), call(1, "second", "{}"))).join();

    assertThat(outputs)
        .containsExactly(
            new Turn.ToolOutput("c0", "first", "met"),
            new Turn.ToolOutput("c1", "second", "second"));
  }

  @Test
  void more_calls_than_can_run_at_once_are_all_answered() throws IOException {
    holds(program("count", "cat"));
    List<Reply.Call> calls =
        IntStream.range(0, 40).mapToObj(i -> call(i, "count", Integer.toString(i))).toList();

    assertThat(toolbox.answer(calls).join())
        .extracting(Turn.ToolOutput::output)
        .containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(Integer::toString).toList());
  }

  @Test
  void a_tool_that_nobody_brought_is_answered_with_that_news() {
    assertThat(output("gone", "{}")).isEqualTo("This client has no tool named \"gone\".");
  }

  private void holds(Recipe.Command command) {
    Path file = Path.of(command.words().get(0));
    toolbox = box(LONG, file.getFileName().toString(), command);
  }

  private static Toolbox box(Duration limit, String name, Recipe recipe) {
    return new Toolbox(List.of(Tool.named(name, recipe)), limit);
  }

  private String output(String tool, String arguments) {
    return toolbox.answer(List.of(call(0, tool, arguments))).join().get(0).output();
  }

  private static Reply.Call call(int number, String tool, String arguments) {
    return new Reply.Call("c" + number, tool, arguments);
  }

  private Recipe.Command program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return new Recipe.Command(List.of(file.toString()));
  }
}
