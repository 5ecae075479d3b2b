package dev.soundcheck.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.VirtualLine;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.conformance.suite.Progress;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.conformance.suite.ServerSuite;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each server that is broken on purpose fails the requirements that it breaks, and no other: our
 * mock, with something between it and the client that spoils what it says. All of them at once,
 * since each of them mostly waits.
 */
@Timeout(120)
final class BrokenServersTest {
  private static final int AT_ONCE = 2;
  private static final URI NOWHERE = URI.create("ws://nowhere.example/v1/realtime");

  /** Longer than any rule waits for what does not come. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static Map<Broken, CompletableFuture<Results>> results = Map.of();
  private static ExecutorService threads;

  static Stream<Broken> servers() {
    String wanted = System.getProperty("broken", "");
    return Stream.of(
            BrokenServers.GREETING,
            BrokenServers.KEEPALIVE,
            BrokenServers.SESSION,
            BrokenServers.IDS,
            BrokenServers.ITEMS,
            BrokenServers.TURNS,
            BrokenServers.TRANSCRIPTION,
            BrokenServers.RESUMPTION,
            BrokenServers.SCHEMA,
            BrokenServers.CLOSING,
            BrokenServers.ERRORS,
            BrokenServers.TOOLS,
            BrokenAnswers.RESPONSES,
            BrokenSounds.ON_THE_WIRE,
            BrokenSounds.AUDIBLE)
        .flatMap(List::stream)
        .filter(one -> one.name().contains(wanted));
  }

  @BeforeAll
  static void all_of_them_begin() {
    threads = Executors.newFixedThreadPool(AT_ONCE, BrokenServersTest::daemon);
    results =
        servers()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    one -> CompletableFuture.supplyAsync(() -> held(one), threads)));
  }

  @AfterAll
  static void close() {
    threads.shutdownNow();
  }

  private static Results held(Broken server) {
    Program program = Repertoire.builtIn().named(server.scenario()).orElseThrow();
    return new ServerSuite(
            Plan.USUAL.holding(1, LIMIT),
            Judged.everything(Origin.SERVER, List.of(program)),
            Clock.systemUTC(),
            one -> new VirtualLine(one, Profile.LIVE, Origin.SERVER, server.habit()))
        .run(Target.of(NOWHERE), Progress.NONE);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void fails_what_it_breaks_and_nothing_else(Broken server) {
    Judged checks = Judged.of(Objects.requireNonNull(results.get(server)).join());

    assertThat(checks.ids(Status.FAIL))
        .as(checks::told)
        .containsExactlyInAnyOrderElementsOf(server.fails());
    assertThat(checks.ids(Status.HARNESS_FAULT)).as(checks::told).isEmpty();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "broken-servers");
    thread.setDaemon(true);
    return thread;
  }
}
