package dev.soundcheck.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Line;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.conformance.suite.Progress;
import dev.soundcheck.conformance.suite.ServerSuite;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Program;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Issue 6, bad input: targets that are no servers at all end in a defined outcome within their
 * time, with everything seen so far, and nothing left running.
 */
@Timeout(90)
final class NoServersTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  /** What starting and stopping takes on a machine that does something else. */
  private static final Duration WORK = Duration.ofSeconds(15);

  private static final Program GREETING = Scenarios.named("servers/a-greeting-and-several-updates");
  private static final Program TURN = Scenarios.named("servers/a-typed-turn");

  @Test
  void nobody_listens() throws IOException {
    ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    closed.close();
    Judged judged = held(Target.of(at(closed.getLocalPort())), GREETING, TURN);

    assertThat(judged.conversations())
        .hasSize(2)
        .allMatch(held -> held.status() == Status.NOT_TESTABLE)
        .allMatch(held -> held.trace().seen().isEmpty())
        .allMatch(held -> held.why().contains("nothing listens there. Is a server running?"));
    assertThat(judged.checks()).allMatch(check -> check.status() == Status.NOT_TESTABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 426, 500})
  void it_is_no_websocket(int status) {
    try (OddServer odd = OddServer.answering(status)) {
      Judged judged = held(Target.of(odd.uri()), GREETING, TURN);

      assertThat(judged.conversations())
          .hasSize(2)
          .allMatch(held -> held.status() == Status.NOT_TESTABLE)
          .allMatch(held -> held.why().contains(String.valueOf(status)));
    }
  }

  @Test
  void the_key_is_wrong() {
    ServerOptions options = ServerOptions.builder().keys(List.of("the-right-one")).build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Judged judged =
          held(
              new Target(server.uri(), Optional.of("the-wrong-one"), Optional.empty()),
              GREETING,
              TURN);

      assertThat(judged.conversations())
          .allMatch(held -> held.status() == Status.NOT_TESTABLE)
          .allMatch(held -> held.why().contains("the server refused the key (401)"));
      assertThat(judged.told()).doesNotContain("the-wrong-one");
    }
  }

  @Test
  void it_takes_the_connection_and_never_answers() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Held held = held(Target.of(at(mute.getLocalPort())), GREETING).conversations().get(0);

      assertThat(held.status()).isEqualTo(Status.NOT_TESTABLE);
      assertThat(held.why())
          .isEqualTo(
              "it was not over within 2 s, and waited for the server to accept the connection");
      assertThat(held.trace().seen()).isEmpty();
    }
  }

  @Test
  void it_closes_at_once() {
    with(
        session -> session.close(1000, "No.", Callback.NOOP),
        (held, judged) -> {
          assertThat(held.status()).isEqualTo(Status.FAIL);
          assertThat(held.why()).contains("got closing by the server with 1000 \"No.\"");
          assertThat(closes(held)).extracting(Observed.Closed::from).containsOnly(Origin.SERVER);
        });
  }

  @Test
  void it_never_greets() {
    with(
        session -> {},
        (held, judged) -> {
          assertThat(held.status()).isEqualTo(Status.FAIL);
          assertThat(held.why()).startsWith("it was not over within 2 s, and waited for ");
          assertThat(closes(held)).extracting(Observed.Closed::from).containsOnly(Origin.CLIENT);
          assertThat(held.took()).isEqualTo(LIMIT);
        });
  }

  @Test
  void it_says_garbage_for_ever() {
    with(
        session -> forEver(session, number -> "garbage " + number),
        (held, judged) -> {
          assertThat(held.status()).isEqualTo(Status.FAIL);
          assertThat(held.trace().seen()).anyMatch(Observed.Malformed.class::isInstance);
          assertThat(judged.ids(Status.FAIL))
              .contains("server-events-fit-their-schemas", "the-greeting-comes-first");
        });
  }

  @Test
  void it_says_what_is_allowed_for_ever() {
    with(
        Duration.ofSeconds(60),
        session ->
            forEver(
                session,
                number ->
                    "{\"type\":\"ping\",\"event_id\":\"ping-%1$d\",\"timestamp\":%1$d}"
                        .formatted(number)),
        (held, judged) -> {
          assertThat(held.status()).isEqualTo(Status.FAIL);
          assertThat(held.why()).startsWith("more than 20000 events came, and waited for ");
          assertThat(held.trace().seen()).hasSizeBetween(20_000, 20_001);
          assertThat(judged.ids(Status.FAIL)).contains("pings-come-every-ten-seconds");
        });
  }

  @Test
  void it_sends_frames_of_20_MiB() {
    String large = "{\"type\":\"ping\",\"event_id\":\"%s\"}".formatted("x".repeat(20 << 20));
    with(
        Duration.ofSeconds(60),
        session -> forEver(session, number -> large),
        (held, judged) -> {
          assertThat(held.status()).isEqualTo(Status.FAIL);
          assertThat(held.why()).startsWith("more than 40 MiB came, and waited for ");
          assertThat(held.trace().messages().filter(one -> one.type().equals("ping"))).hasSize(1);
        });
  }

  @Test
  void it_sends_binary_garbage() {
    with(
        session -> {
          byte[] noise = new byte[1_001];
          new Random(1).nextBytes(noise);
          session.sendBinary(ByteBuffer.wrap(noise), Callback.NOOP);
        },
        (held, judged) -> {
          assertThat(held.status()).isEqualTo(Status.FAIL);
          assertThat(held.trace().seen()).anyMatch(Observed.Binary.class::isInstance);
          assertThat(judged.ids(Status.FAIL)).contains("the-greeting-comes-first");
          assertThat(judged.ids(Status.HARNESS_FAULT)).isEmpty();
        });
  }

  private static void with(Consumer<Session> manners, BiConsumer<Held, Judged> look) {
    with(LIMIT, manners, look);
  }

  /** Nothing is left: the connection is gone, and so are the threads that held it. */
  private static void with(
      Duration limit, Consumer<Session> manners, BiConsumer<Held, Judged> look) {
    long before = ours();
    try (OddServer odd = OddServer.speaking(manners)) {
      long began = System.nanoTime();
      Judged judged = held(limit, Target.of(odd.uri()), TURN);
      Duration took = Duration.ofNanos(System.nanoTime() - began);

      look.accept(judged.conversations().get(0), judged);
      assertThat(judged.ids(Status.HARNESS_FAULT)).as(judged::told).isEmpty();
      assertThat(took).isLessThan(limit.plus(WORK));
      Awaitility.await().atMost(WORK).until(() -> odd.open() == 0);
      Awaitility.await().atMost(WORK).until(() -> ours() <= before);
    }
  }

  private static long ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(voice-client|server-suite).*"))
        .count();
  }

  private static Judged held(Target target, Program... programs) {
    return held(LIMIT, target, programs);
  }

  private static Judged held(Duration limit, Target target, Program... programs) {
    return Judged.of(
        new ServerSuite(
                Plan.USUAL.holding(1, limit),
                Judged.everything(Origin.SERVER, List.of(programs)),
                Clock.systemUTC(),
                program -> Line.network())
            .run(target, Progress.NONE));
  }

  private static URI at(int port) {
    return URI.create("ws://127.0.0.1:%d/v1/realtime".formatted(port));
  }

  private static List<Observed.Closed> closes(Held held) {
    return held.trace().seen().stream()
        .filter(Observed.Closed.class::isInstance)
        .map(Observed.Closed.class::cast)
        .toList();
  }

  /** Until the client is gone. */
  private static void forEver(Session session, IntFunction<String> texts) {
    int number = 0;
    boolean heard = true;
    while (heard && session.isOpen()) {
      Callback.Completable sent = new Callback.Completable();
      session.sendText(texts.apply(++number), sent);
      heard = sent.handle((done, gone) -> gone == null).join();
    }
  }
}
