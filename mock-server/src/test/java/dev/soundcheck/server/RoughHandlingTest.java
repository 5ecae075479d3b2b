package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to connections that are not handled as they should be, and to all others: nothing.
 */
@Timeout(60)
final class RoughHandlingTest {
  private static final int MEBI = 1024 * 1024;
  private static final String RENAME = "{\"type\":\"session.rename\"}";

  @TempDir private Path folder;

  private final MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build());

  @AfterEach
  void stop() {
    server.close();
  }

  /**
   * decisions.md, "Errors": 16 MiB, beyond it 1009 naming the limit, a finding, others unaffected.
   * A client that is still sending may have its connection reset before it reads the close, as TCP
   * does with what nobody will read (RFC 2525, 2.17); then it knows of 1006 alone.
   */
  @Test
  void a_message_of_20_mebibytes_closes_its_session_and_no_other() throws ExecutionException {
    Caller other = Caller.to(server.uri());
    Caller large = Caller.to(server.uri());
    large.startsSaying("{\"type\":\"x\",\"a\":\"" + "A".repeat(20 * MEBI) + "\"}");

    Caller.Farewell farewell = large.farewell();
    assertThat(farewell.code()).isIn(1009, 1006);
    if (farewell.code() == 1009) {
      assertThat(farewell.reason())
          .startsWith("A message of more than 16 MiB (16777216 bytes) cannot be taken");
    }
    other.says(RENAME);
    assertThat(other.hears("error").path("error").path("code").asString())
        .isEqualTo("invalid_event");
    assertThat(server.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.connection()).isEqualTo(2);
              assertThat(finding.kind()).isEqualTo(Kind.CLIENT);
              assertThat(finding.message()).contains("16777216");
            });
  }

  @Test
  void a_message_of_just_the_limit_is_read() throws ExecutionException {
    try (MockVoiceServer small =
        MockVoiceServer.start(ServerOptions.builder().limits("message=1000").build())) {
      Caller caller = Caller.to(small.uri());
      caller.says("x".repeat(1000));
      assertThat(caller.hears("error").path("error").path("code").asString())
          .isEqualTo("invalid_json");

      caller.startsSaying("ü".repeat(501));
      assertThat(caller.farewell().reason()).contains("more than 1000 bytes");
    }
  }

  @Test
  void a_large_binary_message_is_refused_too() throws ExecutionException {
    try (MockVoiceServer small =
        MockVoiceServer.start(ServerOptions.builder().limits("message=1000").build())) {
      Caller caller = Caller.to(small.uri());
      caller.sends(new byte[1000]).sends(new byte[1001]);

      assertThat(caller.farewell().code()).isEqualTo(1009);
    }
  }

  @Test
  void a_client_that_hangs_up_is_answered_and_journaled() throws ExecutionException {
    Caller caller = Caller.to(server.uri());
    caller.hears("ping");

    assertThat(caller.hangsUp().code()).isEqualTo(1000);
    Observed.Closed closed = closing(1);
    assertThat(closed.from()).isEqualTo(Origin.CLIENT);
    assertThat(closed.code()).isEqualTo(1000);
    assertThat(closed.reason()).isEqualTo("bye");
  }

  @Test
  void a_client_that_vanishes_ends_its_own_session_only() throws ExecutionException {
    Caller other = Caller.to(server.uri());
    Caller gone = Caller.to(server.uri());
    gone.hears("ping");
    gone.vanishes();

    assertThat(closing(2).code()).isEqualTo(1006);
    other.says(RENAME);
    assertThat(other.hears("error").path("error").path("type").asString())
        .isEqualTo("invalid_request_error");
  }

  /** RFC 6455 section 8.1: text is UTF-8. */
  @Test
  void text_that_is_no_utf8_closes_with_1007() throws IOException {
    try (RawCaller caller = new RawCaller(server)) {
      caller.shakesHands().sends(new byte[] {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, (byte) 0xff});

      assertThat(closing(1).code()).isEqualTo(1007);
      assertThat(closing(1).from()).isEqualTo(Origin.SERVER);
      assertThat(server.findings()).singleElement().matches(found -> found.kind() == Kind.CLIENT);
    }
  }

  /** RFC 6455 section 5.1: a client's frames are masked. */
  @Test
  void a_client_that_breaks_the_protocol_is_a_finding() throws IOException {
    try (RawCaller caller = new RawCaller(server)) {
      caller.shakesHands().sends(new byte[] {(byte) 0x81, 2, 'h', 'i'});

      assertThat(closing(1).code()).isEqualTo(1002);
      assertThat(server.findings())
          .singleElement()
          .satisfies(
              finding ->
                  assertThat(finding.message())
                      .startsWith("The client broke the WebSocket protocol"));
    }
  }

  /** Issue 2, point 2: Ctrl-C closes sessions with 1001. */
  @Test
  void stopping_closes_every_session_with_1001_within_two_seconds() throws ExecutionException {
    Caller one = Caller.to(server.uri());
    Caller other = Caller.to(server.uri());
    one.hears("ping");
    other.hears("ping");
    long before = System.nanoTime();
    server.close();
    Duration took = Duration.ofNanos(System.nanoTime() - before);

    assertThat(one.farewell())
        .isEqualTo(new Caller.Farewell(1001, "The mock server is shutting down."));
    assertThat(other.farewell().code()).isEqualTo(1001);
    assertThat(took).isLessThan(Duration.ofSeconds(2));
    assertThat(closing(1).from()).isEqualTo(Origin.SERVER);
  }

  @Test
  void a_client_that_answers_no_close_does_not_hold_up_the_end() throws IOException {
    try (RawCaller deaf = new RawCaller(server)) {
      deaf.shakesHands();
      await().atMost(Duration.ofSeconds(10)).until(() -> server.connections().size() == 1);
      long before = System.nanoTime();
      server.close();

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
      assertThat(deaf.hearsAll()).contains("session.created", "The mock server is shutting down.");
    }
  }

  /** design.md: "the connection closes with 1011". */
  @Test
  void a_scenario_closes_the_connection() throws Exception {
    Path topic = Files.createDirectory(folder.resolve("ends"));
    Files.writeString(
        topic.resolve("closing.feature"),
        """
        Feature: Closing
          A client must survive it.

          Scenario: Closing
            When the client sends "session.update"
            Then the connection closes with 1011 "gone"
        """);
    try (MockVoiceServer playing =
        MockVoiceServer.start(ServerOptions.builder().features(folder).build())) {
      Caller caller = Caller.to(playing.uri(), Map.of("api-key", "scenario:ends/closing"));
      caller.says("{\"type\":\"session.update\",\"session\":{}}");

      assertThat(caller.farewell()).isEqualTo(new Caller.Farewell(1011, "gone"));
    }
  }

  /** A starved client goes on sending; a reset would take the close from it (RFC 2525, 2.17). */
  @Test
  void a_client_that_reads_nothing_for_three_seconds_still_reads_the_close() throws IOException {
    Duration busy = Duration.ofSeconds(3);
    try (MockVoiceServer playing =
            MockVoiceServer.playing(
                "Feature: A\n  Scenario: B\n    * the connection closes with 1011 \"gone\"");
        RawCaller caller = new RawCaller(playing)) {
      caller.shakesHands();
      long began = System.nanoTime();
      await()
          .pollInterval(Duration.ofMillis(100))
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                caller.sends(RawCaller.frame("{\"type\":\"pong\"}"));
                return System.nanoTime() - began > busy.toNanos();
              });

      assertThat(caller.hearsUntil("gone")).endsWith("\u0088\u0006\u0003\u00f3gone");
    }
  }

  /** The socket takes what it holds, then the server keeps what is left, up to the backlog. */
  @Test
  void a_client_that_never_reads_is_dropped_at_the_backlog() throws IOException {
    try (MockVoiceServer small =
            MockVoiceServer.start(
                ServerOptions.builder().limits("backlog=100000,rate=none").build());
        RawCaller caller = new RawCaller(small)) {
      caller.shakesHands();
      byte[] frame = RawCaller.frame(RENAME);

      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(1))
          .until(() -> !sent(caller, frame) || tooSlow(small));
      await().atMost(Duration.ofSeconds(10)).until(() -> tooSlow(small));
    }
  }

  private static boolean tooSlow(MockVoiceServer server) {
    return server.findings().stream()
        .anyMatch(
            found ->
                found.message().contains("reads too slowly: more than 100000 characters wait"));
  }

  private static boolean sent(RawCaller caller, byte[] frame) {
    try {
      for (int i = 0; i < 1000; i++) {
        caller.sends(frame);
      }
      return true;
    } catch (IOException dropped) {
      return false;
    }
  }

  private Observed.Closed closing(int connection) {
    await().atMost(Duration.ofSeconds(10)).until(() -> last(connection) instanceof Observed.Closed);
    return (Observed.Closed) last(connection);
  }

  private Observed last(int connection) {
    List<Observed> journal = server.connections().get(connection - 1);
    return journal.get(journal.size() - 1);
  }
}
