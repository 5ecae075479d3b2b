package dev.soundcheck.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.rehearsal.ClientSuite;
import dev.soundcheck.conformance.rehearsal.CommandClient;
import dev.soundcheck.conformance.rehearsal.Cue;
import dev.soundcheck.conformance.rehearsal.Stage;
import dev.soundcheck.conformance.rehearsal.TestedClient;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.conformance.suite.Progress;
import dev.soundcheck.conformance.tool.Carriers;
import dev.soundcheck.conformance.tool.CommandTemplate;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Issue 6, bad input: commands that are no clients at all end in a defined outcome within their
 * time, with everything seen so far, and nothing left running. Every process of a test has the name
 * of its folder in its command line or environment.
 */
@Timeout(90)
final class NoClientsTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration WORK = Duration.ofSeconds(15);
  private static final Program TURN = Scenarios.named("clients/a-turn");
  private static final Program OTHER = Scenarios.named("clients/two-turns");

  @TempDir Path folder;

  @BeforeEach
  void seeProcesses() {
    Carriers.canBeSeen();
  }

  @AfterEach
  void nothing_is_left() {
    List<String> left = Carriers.of(folder.getFileName().toString());
    left.stream()
        .map(it -> Long.parseLong(it.substring(0, it.indexOf(' '))))
        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    assertThat(left).as("processes that were left").isEmpty();
  }

  @Test
  void the_command_does_not_exist() throws IOException {
    script("app", "exit 0");
    TestedClient client = command();
    Files.delete(folder.resolve("app"));
    Judged judged = played(client, TURN, OTHER);

    assertThat(judged.conversations())
        .hasSize(2)
        .allMatch(held -> held.status() == Status.NOT_TESTABLE)
        .allMatch(held -> held.why().contains("'./app' cannot be started"));
  }

  @Test
  void it_hangs() throws IOException {
    Held held = played("echo here; exec sleep 1000");

    assertThat(held.status()).isEqualTo(Status.FAIL);
    assertThat(held.why()).isEqualTo("the client did not connect within 2 s");
    assertThat(held.output()).isEqualTo("here\n");
    assertThat(held.trace().seen()).isEmpty();
  }

  @Test
  void it_ends_at_once() throws IOException {
    Held held = played("echo no >&2; exit 3");

    assertThat(held.status()).isEqualTo(Status.FAIL);
    assertThat(held.why()).isEqualTo("the client ended with exit status 3 and never connected");
    assertThat(held.output()).isEqualTo("no\n");
  }

  @Test
  void it_forks_and_leaves_children() throws IOException {
    Carriers.hasProgram("setsid");
    script("child", "trap '' TERM HUP; while :; do sleep 1; done");
    Held held = played("setsid ./child & ./child & echo forked");

    assertThat(held.status()).isEqualTo(Status.FAIL);
    assertThat(held.why()).isEqualTo("the client ended with exit status 0 and never connected");
    assertThat(held.output()).isEqualTo("forked\n");
  }

  @Test
  void it_floods_its_output() throws IOException {
    Held held = played("echo first; exec yes 'all work and no play'");

    assertThat(held.status()).isEqualTo(Status.FAIL);
    assertThat(held.why()).isEqualTo("the client did not connect within 2 s");
    assertThat(held.output())
        .startsWith("first\nall work and no play\n")
        .contains(" bytes are left out here …")
        .hasSizeLessThan(3_000_000);
  }

  @Test
  void it_connects_and_says_nothing() {
    Held held = played(LIMIT, new OddClient(socket -> {}), TURN).conversations().get(0);

    assertThat(held.status()).isEqualTo(Status.FAIL);
    assertThat(held.why()).startsWith("it was not over within 2 s; the scenario waited for ");
    assertThat(types(held)).startsWith("session.created", "conversation.created", "ping");
    assertThat(held.trace().seen()).anyMatch(NoClientsTest::endsByUs);
  }

  /** What the mock makes of it is more than what came. */
  @Test
  void it_floods_the_mock() {
    OddClient flood = new OddClient(OddClient.forEver("{\"type\":\"input_audio_buffer.clear\"}"));
    Held held = played(Duration.ofSeconds(60), flood, TURN).conversations().get(0);

    assertThat(held.status()).isEqualTo(Status.FAIL);
    assertThat(held.why()).startsWith("more than 20000 events came; the scenario waited for ");
    assertThat(held.trace().seen()).hasSizeGreaterThan(20_000);
    assertThat(flood.gone()).succeedsWithin(WORK);
  }

  @Test
  void it_says_garbage_for_ever() {
    OddClient garbage = new OddClient(OddClient.forEver("garbage"));
    Judged judged = played(LIMIT, garbage, TURN);

    assertThat(judged.conversations().get(0).status()).isEqualTo(Status.FAIL);
    assertThat(judged.conversations().get(0).trace().seen())
        .anyMatch(Observed.Malformed.class::isInstance);
    assertThat(judged.ids(Status.FAIL)).contains("client-events-fit-their-schemas");
    assertThat(garbage.gone()).succeedsWithin(WORK);
  }

  private static boolean endsByUs(Observed observed) {
    return observed instanceof Observed.Closed closed
        && closed.from() == Origin.SERVER
        && closed.code() == 1001;
  }

  private static List<String> types(Held held) {
    return held.trace().messages().map(Observed.Message::type).toList();
  }

  private Held played(String script) throws IOException {
    script("app", script);
    return played(command(), TURN).conversations().get(0);
  }

  private Judged played(TestedClient client, Program... programs) {
    return played(LIMIT, client, programs);
  }

  private Judged played(Duration limit, TestedClient client, Program... programs) {
    long began = System.nanoTime();
    Judged judged =
        Judged.of(
            new ClientSuite(
                    Plan.USUAL.holding(1, limit),
                    Judged.everything(Origin.CLIENT, List.of(programs)),
                    Clock.systemUTC(),
                    Stage.USUAL)
                .run(client, Progress.NONE));

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(limit.plus(WORK));
    assertThat(judged.ids(Status.HARNESS_FAULT)).as(judged::told).isEmpty();
    return judged;
  }

  private TestedClient command() {
    Cue any =
        new Cue(
            URI.create("ws://localhost"), "", List.of(), Optional.empty(), "", Optional.empty());
    List<String> mistakes = new ArrayList<>();
    CommandTemplate template =
        CommandTemplate.of("./app {url}", "", any.places().keySet(), folder, mistakes)
            .orElseThrow(() -> new AssertionError(mistakes));
    return new CommandClient("./app {url}", template, folder);
  }

  private void script(String name, String lines) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + lines + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
