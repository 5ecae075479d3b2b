package dev.soundcheck.conformance.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Issue 6, bad input: "a command that … hangs, or forks and leaves children: … nothing left
 * running". Every process of a test has the name of its folder in its command line or environment.
 */
@Timeout(60)
final class NothingIsLeftTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(400);

  @TempDir Path folder;

  @BeforeEach
  void writeChild() throws IOException {
    Carriers.canBeSeen();
    script("child", "echo child >> seen; while :; do sleep 1; done");
    script("deaf", "trap '' TERM HUP INT; echo child >> seen; while :; do sleep 1; done");
  }

  @AfterEach
  void endWhatATestThatFailedLeft() {
    Carriers.of(word()).stream()
        .map(it -> Long.parseLong(it.substring(0, it.indexOf(' '))))
        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "it hangs                              # exec ./child",
        "it waits for its child                # ./child & wait",
        "a grandchild                          # (./child & wait) & wait",
        "a session of its own                  # setsid ./child & wait",
        "a child that hears nothing            # setsid -f ./deaf >/dev/null 2>&1; exec sleep 1000",
      })
  void nothing_is_left_of_a_program_that_is_stopped(String what, String script) throws Exception {
    Carriers.hasProgram("setsid");
    boolean deaf = script.contains("deaf");
    TestedProgram program = start(script, deaf ? SHORT : LONG);
    childRuns();
    long began = System.nanoTime();
    End end = program.stop().join();
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    assertThat(end.how()).as(what).isEqualTo(End.How.WHEN_ASKED);
    assertThat(took).as("only who is deaf gets all of the grace").isLessThan(LONG);
    Carriers.assertNone(word());
    assertThat(program.survivors()).isEmpty();
  }

  /** The children's ends of the pipe stay open; how it ended is told all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a child                               # ./child &",
        "a child without our pipe              # ./child >/dev/null 2>&1 &",
        "a child of a child                    # (./child &) &",
        "a daemon                              # (setsid -f ./child >/dev/null 2>&1 </dev/null &)",
        "a daemon that hears nothing           # (setsid -f ./deaf >/dev/null 2>&1 </dev/null &)",
        "without our environment               # sleep 0.3; (env -i setsid -f $F/child &)",
        "with an open standard error only      # sleep 0.3; (env -i setsid -f $F/child >/dev/null &)",
      })
  void nothing_is_left_of_a_program_that_ended_by_itself(String what, String script)
      throws Exception {
    Carriers.hasProgram("setsid");
    TestedProgram program = start(script, SHORT);
    childRuns();

    assertThat(program.end().join().isFine()).as(what).isTrue();
    assertThat(Carriers.of(word())).isNotEmpty();
    assertThat(program.stop().join().isFine()).isTrue();
    Carriers.assertNone(word());
  }

  @Test
  void who_does_not_end_when_asked_is_killed_after_the_grace() throws Exception {
    TestedProgram program = start("exec ./deaf", SHORT);
    childRuns();
    End end = program.stop().join();

    assertThat(end.how()).isEqualTo(End.How.KILLED);
    assertThat(end.words()).startsWith("had to be killed after ");
    assertThat(end.took()).isGreaterThanOrEqualTo(SHORT);
    Carriers.assertNone(word());
  }

  @Test
  void who_ends_when_asked_has_the_time_to_say_goodbye() throws Exception {
    TestedProgram program = start("trap 'echo goodbye; exit 0' TERM; ./child & wait", LONG);
    childRuns();

    assertThat(program.stop().join().how()).isEqualTo(End.How.WHEN_ASKED);
    assertThat(program.output()).isEqualTo("goodbye\n");
    Carriers.assertNone(word());
  }

  @Test
  void who_starts_others_when_asked_to_end_gains_nothing() throws Exception {
    TestedProgram program =
        start("trap 'setsid -f ./child; setsid -f ./deaf; exit 0' TERM; ./child & wait", SHORT);
    childRuns();

    program.stop().join();
    Carriers.assertNone(word());
  }

  @Test
  void who_starts_others_for_ever_is_ended() throws Exception {
    TestedProgram program =
        start("trap '' TERM; echo x >> seen; while :; do (sleep 0.2 &); sleep 0.01; done", SHORT);
    childRuns();

    assertThat(program.stop().join().how()).isEqualTo(End.How.KILLED);
    Carriers.assertNone(word());
  }

  /** Java would close our end of the pipe with the program, and the child could not write. */
  @Test
  void what_a_child_writes_after_its_parent_is_kept() throws Exception {
    script(
        "late",
        "until [ -e go ]; do sleep 0.02; done; echo one; sleep 0.2; echo two; sleep 0.2; echo three");
    TestedProgram program = start("./late & echo zero; sleep 0.3", LONG);
    program.end().join();
    Files.createFile(folder.resolve("go"));

    Awaitility.await().until(() -> program.output().equals("zero\none\ntwo\nthree\n"));
    program.close();
  }

  @Test
  void a_flood_by_a_child_that_was_left_is_taken_and_ended() throws Exception {
    script("flood", "echo x >> seen; exec yes");
    TestedProgram program = start("./flood &", LONG);
    childRuns();

    assertThat(program.end().join().isFine()).isTrue();
    program.close();
    Carriers.assertNone(word());
  }

  @Test
  void two_programs_do_not_end_each_other() throws Exception {
    TestedProgram one = start("exec ./child", LONG);
    try (TestedProgram other = start("exec ./child", LONG)) {
      Awaitility.await().until(() -> Files.readAllLines(folder.resolve("seen")).size() == 2);
      one.close();

      assertThat(other.end()).isNotDone();
      assertThat(Carriers.of(word())).isNotEmpty();
    }
    Carriers.assertNone(word());
  }

  /** What Ctrl-C does, and what the end of the command line does that forgot to close something. */
  @ParameterizedTest
  @ValueSource(strings = {"told", "by itself"})
  void nothing_is_left_of_a_jvm_that_ends(String how) throws Exception {
    Process jvm =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                place(TestedProgram.class) + ":" + place(NothingIsLeftTest.class),
                EndingJvm.class.getName(),
                folder.toString(),
                how)
            .redirectErrorStream(true)
            .start();
    childRuns();
    if (how.equals("told")) {
      jvm.toHandle().destroy(); // the other way closes the pipe too
    }

    assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(new String(jvm.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    Carriers.assertNone(word());
  }

  private static String place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  private void childRuns() {
    Awaitility.await().atMost(LONG).until(() -> Files.exists(folder.resolve("seen")));
  }

  private String word() {
    return folder.getFileName().toString();
  }

  private TestedProgram start(String script, Duration grace) throws Exception {
    script("app", script);
    Map<String, String> environment = Map.of("F", folder.toString());
    return TestedProgram.start(
        new Launch(List.of(folder.resolve("app").toString()), environment, folder), grace);
  }

  private void script(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
