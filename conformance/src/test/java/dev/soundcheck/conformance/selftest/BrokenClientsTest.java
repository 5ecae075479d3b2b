package dev.soundcheck.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.Backoff;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Mind;
import dev.soundcheck.conformance.client.SessionRequest;
import dev.soundcheck.conformance.client.Take;
import dev.soundcheck.conformance.client.Tools;
import dev.soundcheck.conformance.client.TurnsInOrder;
import dev.soundcheck.conformance.rehearsal.VirtualAudition;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * Each client that is broken on purpose fails the requirements that it breaks, and no other: our
 * client, with something between it and the mock that spoils what it says.
 */
@Timeout(120)
final class BrokenClientsTest {
  private static final int AT_ONCE = 2;

  /** One that dials three times within a blink. */
  private static final Manner HASTY =
      Manner.USUAL.with(new Backoff(3, Duration.ofMillis(20), Duration.ofMillis(20), 1));

  private static Map<Broken, CompletableFuture<Judged>> judged = Map.of();
  private static ExecutorService threads;

  static Stream<Broken> clients() {
    String wanted = System.getProperty("broken", "");
    return Stream.of(
            BrokenClients.GREETING,
            BrokenClients.KEEPALIVE,
            BrokenClients.SESSION,
            BrokenClients.IDS,
            BrokenTalk.ITEMS,
            BrokenTalk.RESPONSES,
            BrokenTalk.TURNS,
            BrokenTalk.TOOLS,
            BrokenClients.ERRORS,
            BrokenClients.SCHEMA,
            BrokenClients.CLOSING,
            BrokenClients.RESUMPTION,
            BrokenMicrophones.ON_THE_WIRE,
            BrokenMicrophones.AUDIBLE)
        .flatMap(List::stream)
        .filter(one -> one.name().contains(wanted));
  }

  @BeforeAll
  static void all_of_them_begin() {
    threads = Executors.newFixedThreadPool(AT_ONCE, BrokenClientsTest::daemon);
    judged =
        clients()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    one -> CompletableFuture.supplyAsync(() -> played(one), threads)));
  }

  @AfterAll
  static void close() {
    threads.shutdownNow();
  }

  private static Judged played(Broken client) {
    Program program = Scenarios.named(client.scenario());
    Held held =
        client.name().contains("ComesBackAtOnce")
            ? VirtualAudition.play(program, persistent(), HASTY, client.habit())
            : VirtualAudition.play(program, Profile.LIVE, client.habit());
    return Judged.of(Origin.CLIENT, Profile.LIVE, program, held);
  }

  private static Mind persistent() {
    SessionRequest session =
        new SessionRequest(true, Optional.empty(), AudioFormat.DEFAULT, AudioFormat.DEFAULT);
    Take turn = Take.inTurn(new Act.Type("Is anybody there?"));
    return new TurnsInOrder(session.session(), List.of(turn), Tools.NONE);
  }

  @ParameterizedTest
  @MethodSource("clients")
  void fails_what_it_breaks_and_nothing_else(Broken client) {
    Judged checks = Objects.requireNonNull(judged.get(client)).join();

    assertThat(checks.ids(Status.FAIL))
        .as(checks::told)
        .containsExactlyInAnyOrderElementsOf(client.fails());
    assertThat(checks.ids(Status.HARNESS_FAULT)).as(checks::told).isEmpty();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "broken-clients");
    thread.setDaemon(true);
    return thread;
  }
}
