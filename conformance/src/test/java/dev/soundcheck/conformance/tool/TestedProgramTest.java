package dev.soundcheck.conformance.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program under test from its start to its end: what is known of it. */
@Timeout(60)
final class TestedProgramTest {
  private static final Duration GRACE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final List<TestedProgram> started = new ArrayList<>();

  @AfterEach
  void close() {
    started.forEach(TestedProgram::close);
  }

  @Test
  void tells_what_it_wrote_and_how_it_ended() throws Exception {
    TestedProgram program = start("echo one; echo two >&2; echo three; exit 3");
    End end = program.end().join();

    assertThat(end.how()).isEqualTo(End.How.BY_ITSELF);
    assertThat(end.status()).isEqualTo(3);
    assertThat(end.isFine()).isFalse();
    assertThat(end.words()).matches("ended with exit status 3 after \\d+\\.\\d s");
    assertThat(end.took()).isPositive().isLessThan(Duration.ofSeconds(50));
    assertThat(program.output()).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void a_program_that_ended_is_still_ended_so_when_it_is_stopped() throws Exception {
    TestedProgram program = start("exit 0");
    End end = program.end().join();

    assertThat(end.isFine()).isTrue();
    assertThat(program.stop().join()).isEqualTo(end);
    assertThat(program.stop().join()).isEqualTo(end);
    assertThat(program.survivors()).isEmpty();
  }

  @Test
  void an_end_by_a_signal_is_told_with_its_number() throws Exception {
    assertThat(start("kill -SEGV $$").end().join().words())
        .startsWith("ended with exit status 139 (signal 11) after ");
  }

  @Test
  void what_it_writes_is_there_while_it_runs() throws Exception {
    TestedProgram program = start("echo ready; exec sleep 1000");

    Awaitility.await().until(() -> program.output().equals("ready\n"));
    assertThat(program.end()).isNotDone();
  }

  @Test
  void what_is_no_text_is_replaced() throws Exception {
    TestedProgram program = start("printf 'a\\377b\\303\\n\\303\\251'");
    program.end().join();

    assertThat(program.output()).isEqualTo("a\uFFFDb\uFFFD\né");
  }

  @Test
  void nobody_types_into_it() throws Exception {
    TestedProgram program = start("cat; read line || echo nothing");
    program.end().join();

    assertThat(program.output()).isEqualTo("nothing\n");
  }

  @Test
  void has_its_environment_and_its_folder_and_ours_besides() throws Exception {
    Path place = Files.createDirectory(folder.resolve("place"));
    script(place.resolve("app"), "printf '%s|' \"$SOUNDCHECK_URL\" \"$PATH\"; pwd -P");
    TestedProgram program =
        start(new Launch(List.of("./app"), Map.of("SOUNDCHECK_URL", "ws://x?a=1&b=2"), place));
    program.end().join();

    assertThat(program.output())
        .isEqualTo("ws://x?a=1&b=2|%s|%s\n".formatted(System.getenv("PATH"), place.toRealPath()));
  }

  /** Two at most of it are kept, the rest is counted; and who is beside it does not notice. */
  @Test
  void a_flood_is_taken_and_ends_when_it_is_stopped() throws Exception {
    TestedProgram flood = start("echo first; exec yes 'all work and no play'");
    Awaitility.await().until(() -> flood.output().contains(" bytes are left out here …\n"));
    TestedProgram other = start("echo fine");

    assertThat(other.end().join().isFine()).isTrue();
    assertThat(flood.end()).isNotDone();
    assertThat(flood.stop().join().how()).isEqualTo(End.How.WHEN_ASKED);
    assertThat(flood.output())
        .startsWith("first\nall work and no play\n")
        .hasSizeLessThan(2 * KeptOutput.PART + 100);
  }

  @Test
  void many_run_at_once() throws Exception {
    for (int i = 0; i < 20; i++) {
      start("echo ready; exec sleep 1000");
    }
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(started).extracting(TestedProgram::output).containsOnly("ready\n"));
    List<End> ends =
        started.stream().map(TestedProgram::stop).toList().stream().map(it -> it.join()).toList();

    assertThat(ends).extracting(End::how).containsOnly(End.How.WHEN_ASKED);
  }

  @Test
  void a_program_that_is_nowhere_is_told_with_where_it_was_looked_for() {
    assertThatThrownBy(() -> start(launch("no-such-program")))
        .isInstanceOf(UnstartableException.class)
        .hasMessage(
            "'no-such-program' cannot be started: there is no program 'no-such-program' in the"
                + " PATH; one in this folder is written './no-such-program'. The PATH is "
                + System.getenv("PATH").replace(":", ", ")
                + ". No shell reads a command; sh -c '…' does.");
    assertThatThrownBy(() -> start(launch("./gone")))
        .hasMessage(
            "'./gone' cannot be started: there is no program './gone'. It was looked for from the"
                + " folder '%s'. No shell reads a command; sh -c '…' does.",
            folder);
  }

  @Test
  void a_file_that_is_no_program_is_told() throws IOException {
    Files.writeString(folder.resolve("app.py"), "print()\n");

    assertThatThrownBy(() -> start(launch("./app.py")))
        .isInstanceOf(UnstartableException.class)
        .hasMessageStartingWith(
            "'./app.py' cannot be started: './app.py' may not be run; chmod +x allows it.");
  }

  @Test
  void an_interpreter_that_is_not_there_is_told() throws IOException {
    Path app = Files.writeString(folder.resolve("app"), "#!/no/such/python\n");
    assertThat(app.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(() -> start(launch("./app")))
        .isInstanceOf(UnstartableException.class)
        .hasMessageStartingWith("'./app' cannot be started: ")
        .hasMessageEndingWith("its first line may name an interpreter that is not.");
  }

  @Test
  void a_folder_that_is_not_there_is_told() {
    Path gone = folder.resolve("gone");

    assertThatThrownBy(() -> start(new Launch(List.of("sh"), Map.of(), gone)))
        .isInstanceOf(UnstartableException.class)
        .hasMessage("'sh' cannot be started: there is no folder '%s' to run it in.", gone);
  }

  @Test
  void words_that_the_system_cannot_take_are_told() {
    assertThatThrownBy(() -> start(launch("sh", "a\0b")))
        .isInstanceOf(UnstartableException.class)
        .hasMessageStartingWith("'sh' cannot be started: ");
    assertThatThrownBy(() -> start(launch("echo", "\uD800")))
        .isInstanceOf(UnstartableException.class)
        .hasMessageContaining("cannot be given to a program in the character set ");
  }

  private Launch launch(String... words) {
    return new Launch(List.of(words), Map.of(), folder);
  }

  private TestedProgram start(String script) throws Exception {
    Path file = folder.resolve("app" + started.size());
    script(file, script);
    return start(launch(file.toString()));
  }

  private static void script(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private TestedProgram start(Launch launch) throws UnstartableException {
    TestedProgram program = TestedProgram.start(launch, GRACE);
    started.add(program);
    return program;
  }
}
