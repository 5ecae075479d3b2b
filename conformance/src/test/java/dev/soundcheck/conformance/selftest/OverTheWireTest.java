package dev.soundcheck.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.rehearsal.ClientSuite;
import dev.soundcheck.conformance.rehearsal.Stage;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Line;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.conformance.suite.Progress;
import dev.soundcheck.conformance.suite.Selection;
import dev.soundcheck.conformance.suite.ServerSuite;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same over sockets and in real time: both suites as they are run by {@code soundcheck test},
 * and some of the broken peers. All at once, since each of them mostly waits.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class OverTheWireTest {
  private static final Plan PLAN = Plan.USUAL.holding(12, Duration.ofSeconds(60));

  /** A machine that does something else is late, and so is its sound. */
  private static final Set<String> OF_THE_MACHINE = Set.of("server-audio-gap");

  private static MockVoiceServer mock;
  private static SpoilingProxy proxy;
  private static CompletableFuture<Judged> ourServer;
  private static CompletableFuture<Judged> ourClient;

  @BeforeAll
  static void both_suites_begin() {
    mock = MockVoiceServer.start(ServerOptions.builder().journals(false).build());
    proxy = SpoilingProxy.start();
    ourServer = CompletableFuture.supplyAsync(OverTheWireTest::ourServer);
    ourClient = CompletableFuture.supplyAsync(OverTheWireTest::ourClient);
  }

  @AfterAll
  static void close() {
    proxy.close();
    mock.close();
  }

  private static Judged ourServer() {
    return Judged.of(
        new ServerSuite(PLAN, Clock.systemUTC()).run(Target.of(mock.uri()), Progress.NONE));
  }

  private static Judged ourClient() {
    Selection selection =
        Selection.of(Origin.CLIENT, ClientSuite.TOPIC, PLAN, Repertoire.builtIn());
    return Judged.of(
        new ClientSuite(PLAN, selection, Clock.systemUTC(), Stage.USUAL)
            .run(new OurClient(url -> url), Progress.NONE));
  }

  @Test
  void our_server_passes_the_whole_suite() {
    assertThat(failing(ourServer.join())).as(() -> ourServer.join().told()).isEmpty();
  }

  @Test
  void our_client_passes_the_whole_suite() {
    assertThat(failing(ourClient.join()))
        .as(() -> ourClient.join().told())
        .isSubsetOf("a-barge-in-is-truncated");
  }

  static Stream<Broken> servers() {
    return BrokenServersTest.servers()
        .filter(
            one ->
                Set.of(
                        "ServerThatAcknowledgesTwice",
                        "ServerThatEndsAnItemInAnotherOrder",
                        "ServerThatWritesDownATurnTwice")
                    .contains(one.name()));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_broken_server_fails_what_it_breaks(Broken server) {
    var door = proxy.door(server.name(), mock.uri(), Origin.SERVER, server.habit());
    Judged judged =
        Judged.of(
            new ServerSuite(
                    PLAN,
                    Judged.everything(Origin.SERVER, List.of(Scenarios.named(server.scenario()))),
                    Clock.systemUTC(),
                    program -> Line.network())
                .run(Target.of(door), Progress.NONE));

    assertThat(failing(judged)).as(judged::told).isEqualTo(new TreeSet<>(server.fails()));
  }

  static Stream<Broken> clients() {
    return BrokenClientsTest.clients()
        .filter(
            one ->
                Set.of("ClientThatAnswersPings", "ClientThatAnswersOneOfTwoCalls")
                    .contains(one.name()));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void a_broken_client_fails_what_it_breaks(Broken client) {
    OurClient spoiled =
        new OurClient(url -> proxy.door(client.name(), url, Origin.CLIENT, client.habit()));
    Judged judged =
        Judged.of(
            new ClientSuite(
                    Plan.USUAL.holding(1, Duration.ofSeconds(12)),
                    Judged.everything(Origin.CLIENT, List.of(Scenarios.named(client.scenario()))),
                    Clock.systemUTC(),
                    Stage.USUAL)
                .run(spoiled, Progress.NONE));

    assertThat(failing(judged)).as(judged::told).isEqualTo(new TreeSet<>(client.fails()));
  }

  private static Set<String> failing(Judged judged) {
    Set<String> failing = judged.ids(Status.FAIL);
    failing.addAll(judged.ids(Status.HARNESS_FAULT));
    failing.removeAll(OF_THE_MACHINE);
    return failing;
  }
}
