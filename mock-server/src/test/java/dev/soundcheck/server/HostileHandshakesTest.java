package dev.soundcheck.server;

import static dev.soundcheck.server.Hostile.HANDSHAKE;
import static dev.soundcheck.server.Hostile.MORE;
import static dev.soundcheck.server.Hostile.PING;
import static dev.soundcheck.server.Hostile.TEXT;
import static dev.soundcheck.server.Hostile.bytes;
import static dev.soundcheck.server.Hostile.close;
import static dev.soundcheck.server.Hostile.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no decent client sends, that never end, or whose sender leaves in the middle. */
@Timeout(60)
final class HostileHandshakesTest {
  /** More than the pool has threads. */
  private static final int MANY = 250;

  private static final String POST =
      "POST /v1/realtime/client_secrets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n";

  private static Aftermath aftermath;

  @BeforeAll
  static void begin() throws ExecutionException {
    aftermath = new Aftermath("handshake=1500ms");
  }

  @AfterAll
  static void end() {
    aftermath.close();
  }

  @AfterEach
  void nothing_is_left() throws ExecutionException {
    aftermath.check();
  }

  static Stream<Arguments> refused() {
    String without = HANDSHAKE.substring(0, HANDSHAKE.length() - 2);
    return Stream.of(
        arguments("no HTTP (RFC 9112 §2.2)", 400, "Good morning to you\r\n\r\n"),
        arguments("bytes of TLS", 400, "\u0016\u0003\u0001\u0002\r\n\r\n"),
        arguments(
            "HTTP/2 without being asked (RFC 9110 §15.5.22)",
            426,
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        arguments("a host that is missing (RFC 9112 §3.2)", 400, "GET / HTTP/1.1\r\n\r\n"),
        arguments("thousands of headers (RFC 6585 §5)", 431, without + many("X-%d: y\r\n", 5000)),
        arguments(
            "a huge header (RFC 6585 §5)", 431, without + "X: " + "y".repeat(100_000) + "\r\n\r\n"),
        arguments(
            "a huge address (RFC 9110 §15.5.15)",
            414,
            "GET /v1/realtime?a=" + "b".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        arguments(
            "an address that is no UTF-8",
            400,
            HANDSHAKE.replace("realtime", "realtime?test=%ff%fe")),
        arguments("no key (RFC 6455 §4.2.1)", 400, HANDSHAKE.replace("Sec-WebSocket-Key", "X-Key")),
        arguments(
            "a key that is none (RFC 6455 §4.2.1)",
            400,
            HANDSHAKE.replace("AAAAAAAAAAAAAAAAAAAAAA==", "short")),
        arguments(
            "an older version (RFC 6455 §4.2.2, §4.4)",
            426,
            HANDSHAKE.replace("Version: 13", "Version: 8")),
        arguments(
            "a body that is too large",
            413,
            POST.replace("100", "2000000") + "x".repeat(2_000_000)));
  }

  private static String many(String line, int count) {
    return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining())
        + "\r\n";
  }

  /** The status of each is that of the section in its name. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void what_is_no_handshake_is_refused(String what, int status, String request) throws IOException {
    try (Hostile client = Hostile.dials(aftermath.server())) {
      client.sendsAnyway(request);

      assertThat(client.hearsHead()).as(what).startsWith("HTTP/1.1 " + status + " ");
    }
  }

  /** RFC 9110 §15.5.9: a request that has begun and does not go on is answered with 408. */
  @Test
  void a_handshake_that_never_ends_is_cut() throws IOException {
    try (Hostile client = Hostile.dials(aftermath.server())) {
      client.sends("GET /v1/realtime HTTP/1.1\r\nHost: localhost\r\n");

      assertThat(client.hearsAll())
          .startsWith("HTTP/1.1 408 Request Timeout\r\n")
          .endsWith(
              "{\"code\":\"timeout\",\"error\":\"The request did not come within 1500 ms.\"}");
    }
  }

  /** A byte now and then is no progress. */
  @Test
  void dribbling_does_not_help() throws IOException {
    try (Hostile client = Hostile.dials(aftermath.server())) {
      client.sends("GET ");
      String answer = "";
      while (answer.isEmpty()) {
        answer = client.sends("a").hearsWithin(50);
      }

      assertThat(answer).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void who_dials_and_says_nothing_is_cut_without_a_word() throws IOException {
    try (Hostile client = Hostile.dials(aftermath.server())) {
      assertThat(client.isCut()).isTrue();
    }
  }

  @Test
  void who_was_answered_may_ask_again_and_is_cut_later() throws IOException {
    String ask = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Hostile client = Hostile.dials(aftermath.server())) {
      assertThat(client.sends(ask + ask).hearsHead()).startsWith("HTTP/1.1 200");
      assertThat(client.hearsHead()).contains("HTTP/1.1 200");
      client.sends("GET /v1");

      assertThat(client.hearsAll()).contains("HTTP/1.1 408");
    }
  }

  /** A session is no handshake: it may last. */
  @Test
  void an_open_session_is_not_cut() throws IOException {
    try (Hostile client = Hostile.opens(aftermath.server())) {
      assertThat(client.hearsNothingButFramesFor(2000)).isTrue();
      assertThat(client.sends(close(1000)).closeCode()).isEqualTo(1000);
    }
  }

  /** Each would hold a thread if bodies were waited for; the session beside them must not wait. */
  @Test
  void bodies_that_never_come_hold_nobody_up() throws Exception {
    List<Hostile> slow = new ArrayList<>();
    try (MockVoiceServer other = MockVoiceServer.start(ServerOptions.builder().build())) {
      for (int i = 0; i < MANY; i++) {
        slow.add(Hostile.dials(other).sends(POST));
      }

      assertThat(Caller.to(other.uri()).hears().path("type").asString())
          .isEqualTo("session.created");
    } finally {
      for (Hostile one : slow) {
        one.close();
      }
    }
  }

  static Stream<Arguments> leaving() {
    byte[] upgrade = HANDSHAKE.getBytes(StandardCharsets.US_ASCII);
    return Stream.of(
        arguments("before a word", new byte[0]),
        arguments("in the middle of a request", bytes("474554202F")),
        arguments("after the handshake", upgrade),
        arguments("in the middle of a frame's head", Hostile.joined(upgrade, bytes("81FE10"))),
        arguments("in the middle of a frame", Hostile.joined(upgrade, bytes("818501020304 60"))),
        arguments("in the middle of a message", Hostile.joined(upgrade, frame(TEXT & MORE, "{"))),
        arguments("after a message", Hostile.joined(upgrade, frame(TEXT, "{}"))),
        arguments("after a ping", Hostile.joined(upgrade, frame(PING, "x"))),
        arguments("after a close", Hostile.joined(upgrade, close(1000))));
  }

  /** RFC 6455 §7.1.1, §7.1.5: whoever ends its side is gone, with 1006 where it did not close. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("leaving")
  void who_ends_its_side_is_answered_with_the_end(String when, byte[] before) throws IOException {
    try (Hostile client = Hostile.dials(aftermath.server())) {
      client.sends(before).halfCloses();

      assertThat(client.hearsAll()).as(when).isNotNull();
    }
  }
}
