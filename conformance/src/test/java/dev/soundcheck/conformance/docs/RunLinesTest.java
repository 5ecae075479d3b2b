package dev.soundcheck.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.cli.Soundcheck;
import dev.soundcheck.conformance.docs.Page.Snippet;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every command of this program that a document or a help shows, and that can be typed as it
 * stands, is typed: the lines of one block one after another, as a reader would.
 */
@Execution(ExecutionMode.CONCURRENT)
final class RunLinesTest {
  private static final MockVoiceServer SERVER =
      MockVoiceServer.start(ServerOptions.builder().pacing(Pacing.INSTANT).build());

  /** What is not typed here, by a part of it, and why. */
  private static final Map<String, String> NOT_RUN =
      Map.of(
          "api.x.ai", "It calls the live service, which costs money.",
          "--mic", "It needs a microphone.",
          "--attach", "It waits for clients that somebody starts by hand.",
          "--listen", "The listener is an artifact of its own, whose tests serve with it.");

  private static final String TURN = "clients/a-turn";
  private static final String MY_OWN = "calls/a-tool-of-the-client-is-called";
  private static final String CALLING = "tools/one-tool-call-with-a-spoken-preamble";

  /** What takes longer than it has to for this test, and what is typed in its place. */
  private static final Map<String, String> SHORTER =
      Map.of(
          "--sessions 500 --mode audio --duration 30s",
          "--sessions 2 --mode audio --duration 8s",
          "--ramp 10:1000:60s",
          "--ramp 1:2:1s --mode text --duration 3s",
          "$(pgrep -f soundcheck.jar)",
          String.valueOf(ProcessHandle.current().pid()),
          "--sessions 50 --rate 200",
          "--sessions 5 --rate 5 --duration 3s",
          "test server --url ws://127.0.0.1:8765/v1/realtime",
          "test server --url ws://127.0.0.1:8765/v1/realtime"
              + " --only session-update-is-acknowledged",
          "test client --command \"python app.py {url}\"",
          "test client --command \"python app.py {url}\" --scenario " + TURN,
          "--only tool",
          "--only tool --scenario " + CALLING,
          "{url}\" --features my-features",
          "{url}\" --features my-features --scenario " + MY_OWN);

  private static final Map<String, String> PROMISED = promised();

  /** This program as another process; it also stands for the reader's own client. */
  private static final String PROGRAM =
      "%s/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp %s %s"
          .formatted(
              System.getProperty("java.home"),
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              Soundcheck.class.getName());

  @TempDir private Path folders;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> every_command_does_what_it_is_shown_for() {
    return scripts().entrySet().stream()
        .map(
            script ->
                DynamicTest.dynamicTest(
                    script.getKey(), () -> type(script.getKey(), script.getValue())));
  }

  @Test
  void whatever_is_not_run_is_shown_somewhere() {
    List<String> shown =
        shown().values().stream().flatMap(List::stream).map(Command::arguments).toList();

    assertThat(NOT_RUN.keySet())
        .allSatisfy(part -> assertThat(shown).anyMatch(line -> line.contains(part)));
    assertThat(SHORTER.keySet())
        .allSatisfy(part -> assertThat(shown).anyMatch(line -> line.contains(part)));
  }

  private void type(String block, List<Command> commands) throws Exception {
    Path folder = Files.createTempDirectory(folders, "of-a-reader");
    StringBuilder said = new StringBuilder();
    try (Terminal terminal = new Terminal(folder, SERVER.uri().getPort())) {
      for (Command command : commands) {
        Terminal.Said one = terminal.type(Notation.words(shortened(command.arguments())));
        said.append(one.out()).append(one.err());
        assertThat(one.status()).as("%s%n%s", command, said).isEqualTo(command.status());
        assertThat(one.written()).as("%s", command).allMatch(Files::exists);
      }
    }
    assertThat(flat(said.toString())).contains(PROMISED.getOrDefault(block, ""));
  }

  private static String shortened(String line) {
    String all = line;
    for (Map.Entry<String, String> shorter : SHORTER.entrySet()) {
      all = all.replace(shorter.getKey(), shorter.getValue());
    }
    all = all.replace("\"./soundcheck", "\"" + PROGRAM);
    return all.replaceFirst(
        "--command \"(python app.py|node app.js|./app)[^\"]*\"( --features \\S+)?",
        "--command \"" + PROGRAM + " talk --url {url} --play {scenario}$2\"$2");
  }

  /** The commands that can be run, by block; one in a sentence is a block of its own. */
  private static Map<String, List<Command>> scripts() {
    Map<String, List<Command>> scripts = new LinkedHashMap<>();
    Set<String> before = new HashSet<>();
    shown()
        .forEach(
            (block, commands) -> {
              List<Command> run =
                  commands.stream()
                      .filter(one -> NOT_RUN.keySet().stream().noneMatch(one.text()::contains))
                      .toList();
              if (before.addAll(run.stream().map(Command::arguments).toList())) {
                scripts.put(block, run);
              }
            });
    return scripts;
  }

  /** What a block of text that follows the commands of another says that they print. */
  private static Map<String, String> promised() {
    Map<String, String> promised = new HashMap<>();
    for (Page page : Page.all()) {
      for (int i = 1; i < page.snippets().size(); i++) {
        Snippet before = page.snippets().get(i - 1);
        Snippet block = page.snippets().get(i);
        if (block.kind().equals("text") && Command.isShell(before)) {
          promised.put(before.where(), flat(block.text()));
        }
      }
    }
    return promised;
  }

  private static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Map<String, List<Command>> shown() {
    Map<String, List<Command>> shown = new LinkedHashMap<>();
    for (Page page : Page.all()) {
      Command.in(page).forEach(command -> put(shown, command));
    }
    Helps.examples().forEach(command -> put(shown, command));
    return shown;
  }

  private static void put(Map<String, List<Command>> shown, Command command) {
    if (command.isOurs() && !command.isMention() && Notation.isConcrete(command.arguments())) {
      shown.computeIfAbsent(command.block(), none -> new ArrayList<>()).add(command);
    }
  }
}
