package dev.soundcheck.server;

import static dev.soundcheck.server.Hostile.BINARY;
import static dev.soundcheck.server.Hostile.CLOSE;
import static dev.soundcheck.server.Hostile.MORE;
import static dev.soundcheck.server.Hostile.PING;
import static dev.soundcheck.server.Hostile.PONG;
import static dev.soundcheck.server.Hostile.TEXT;
import static dev.soundcheck.server.Hostile.bytes;
import static dev.soundcheck.server.Hostile.close;
import static dev.soundcheck.server.Hostile.frame;
import static dev.soundcheck.server.Hostile.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frames that no decent client sends. Each has a defined answer; nothing is logged for it, no
 * session and no thread is left behind, and a session beside it notices nothing.
 */
@Timeout(60)
final class HostileFramesTest {
  private static final byte[] RENAME = frame(TEXT, "{\"type\":\"session.rename\"}");

  private static final int MESSAGE = 100_000;

  private static Aftermath aftermath;

  @BeforeAll
  static void begin() throws ExecutionException {
    aftermath = new Aftermath("rate=none,message=" + MESSAGE);
  }

  @AfterAll
  static void end() {
    aftermath.close();
  }

  @AfterEach
  void nothing_is_left() throws ExecutionException {
    aftermath.check();
  }

  static Stream<Arguments> broken() {
    return Stream.concat(brokenFrames(), Stream.concat(brokenFragments(), brokenCloses()));
  }

  private static Stream<Arguments> brokenFrames() {
    return Stream.of(
        arguments("§5.1: no mask", 1002, bytes("81 02 6869")),
        arguments("§5.2: RSV1 without an extension", 1002, frame(0xC1, "hi")),
        arguments("§5.2: RSV2", 1002, frame(0xA1, "hi")),
        arguments("§5.2: RSV3", 1002, frame(0x91, "hi")),
        arguments("§5.2: opcode 3", 1002, frame(0x83, "hi")),
        arguments("§5.2: opcode 7", 1002, frame(0x87, "hi")),
        arguments("§5.2: opcode B", 1002, frame(0x8B, "hi")),
        arguments("§5.2: opcode F", 1002, frame(0x8F, "hi")),
        arguments("§5.2, §7.4.1: a length of 2^63", 1009, bytes("81 FF 8000000000000000 01020304")),
        arguments(
            "§5.2, §7.4.1: a length of 2^64-1", 1009, bytes("82 FF FFFFFFFFFFFFFFFF 01020304")),
        arguments("§5.5: a ping of 126 bytes", 1002, frame(PING, new byte[126])),
        arguments("§5.5: a close of 126 bytes", 1002, frame(CLOSE, new byte[126])),
        arguments("§5.5: a ping in fragments", 1002, frame(PING & MORE, "hi")),
        arguments("§5.5: a close in fragments", 1002, frame(CLOSE & MORE, bytes("03E8"))));
  }

  private static Stream<Arguments> brokenFragments() {
    return Stream.of(
        arguments("§5.4: a continuation of nothing", 1002, frame(0x80, "hi")),
        arguments("§5.4: more of nothing", 1002, frame(0x00, "hi")),
        arguments(
            "§5.4: text within text", 1002, joined(frame(TEXT & MORE, "a"), frame(TEXT, "b"))),
        arguments(
            "§5.4: binary within text", 1002, joined(frame(TEXT & MORE, "a"), frame(BINARY, "b"))),
        arguments(
            "§5.4: a second end",
            1002,
            joined(frame(TEXT & MORE, "{"), frame(0x80, "}"), frame(0x80, ""))),
        arguments("§8.1: a byte that is never in UTF-8", 1007, frame(TEXT, bytes("FF"))),
        arguments("§8.1: an overlong zero", 1007, frame(TEXT, bytes("C080"))),
        arguments("§8.1: a surrogate", 1007, frame(TEXT, bytes("EDA080"))),
        arguments("§8.1: beyond U+10FFFF", 1007, frame(TEXT, bytes("F4908080"))),
        arguments("§8.1: a character that breaks off", 1007, frame(TEXT, bytes("61 E282"))),
        arguments(
            "§8.1: a character that breaks off in the last fragment",
            1007,
            joined(frame(TEXT & MORE, bytes("E2")), frame(0x80, bytes("82")))),
        arguments(
            "§8.1: two halves that do not fit",
            1007,
            joined(frame(TEXT & MORE, bytes("E2")), frame(0x80, bytes("28A1")))));
  }

  private static Stream<Arguments> brokenCloses() {
    return Stream.of(
        arguments("§5.5.1: half a code", 1002, frame(CLOSE, bytes("03"))),
        arguments("§7.4.2: 0", 1002, close(0)),
        arguments("§7.4.2: 999", 1002, close(999)),
        arguments("§7.4.1: 1004", 1002, close(1004)),
        arguments("§7.4.1: 1005", 1002, close(1005)),
        arguments("§7.4.1: 1006", 1002, close(1006)),
        arguments("§7.4.1: 1015", 1002, close(1015)),
        arguments("§7.4.2: 1016", 1002, close(1016)),
        arguments("§7.4.2: 2999", 1002, close(2999)),
        arguments("§7.4.2: 5000", 1002, close(5000)),
        arguments("§8.1: a reason that is no UTF-8", 1007, frame(CLOSE, bytes("03E8 FF"))));
  }

  /** RFC 6455, the section in each name: the connection fails with this code (§7.1.7). */
  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void what_breaks_the_protocol_closes(String what, int code, byte[] bytes) throws IOException {
    try (Hostile client = Hostile.opens(aftermath.server())) {
      client.sends(bytes);

      assertThat(client.closeCode()).as(what).isEqualTo(code);
    }
  }

  static Stream<Arguments> odd() {
    byte[] euro = "{\"type\":\"€😀\"}".getBytes(StandardCharsets.UTF_8);
    byte[][] single = new byte[euro.length][];
    byte[][] between = new byte[2 * euro.length][];
    for (int i = 0; i < euro.length; i++) {
      int first = (i == 0 ? TEXT : 0x80) & (i == euro.length - 1 ? 0xFF : MORE);
      single[i] = frame(first, new byte[] {euro[i]});
      between[2 * i] = single[i];
      between[2 * i + 1] = frame(PING, "between");
    }
    return Stream.of(
        arguments("§5.4: fragments of one byte, within characters too", joined(single)),
        arguments("§5.5: pings between them", joined(between)),
        arguments(
            "§5.4: empty fragments",
            joined(
                frame(TEXT & MORE, ""),
                frame(0x00, ""),
                frame(0x00, euro),
                frame(0x00, ""),
                frame(0x80, ""))),
        arguments(
            "§5.5.3: pongs that nobody asked for",
            joined(frame(PONG, "x"), frame(PONG, ""), frame(TEXT, euro))),
        arguments(
            "§5.2: a longer length than needed", frame(TEXT, bytes("FF 0000000000000012"), euro)));
  }

  /** RFC 6455, the section in each name: all of these are messages. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("odd")
  void what_is_only_odd_is_read(String what, byte[] bytes) throws IOException {
    try (Hostile client = Hostile.opens(aftermath.server())) {
      client.sends(bytes);

      assertThat(client.hears(frame -> frame.text().contains("\"error\"")).text())
          .as(what)
          .contains("€😀");
      assertThat(client.sends(close(1000)).closeCode()).isEqualTo(1000);
    }
  }

  /** RFC 6455 §5.5.1: after a close nothing is read any more. */
  @Test
  void what_comes_after_a_close_is_nothing_to_anybody() throws IOException {
    try (Hostile client = Hostile.opens(aftermath.server())) {
      client.sends(joined(close(1000), RENAME, bytes("FFFFFFFF")));

      assertThat(client.closeCode()).isEqualTo(1000);
      assertThat(client.isCut()).isTrue();
    }
  }

  /** RFC 6455 §5.5.1: a close may come without a code. */
  @Test
  void an_empty_close_is_a_close() throws IOException {
    try (Hostile client = Hostile.opens(aftermath.server())) {
      client.sends(frame(CLOSE, ""));

      assertThat(client.closeCode()).isIn(1000, 1005);
      assertThat(client.isCut()).isTrue();
    }
  }

  /** decisions.md, "Errors": beyond the limit 1009, however large the frame says that it is. */
  @Test
  void a_frame_of_half_the_world_is_refused_at_the_limit() throws IOException {
    try (Hostile client = Hostile.opens(aftermath.server())) {
      client.sends(frame(TEXT, bytes("FF 7FFFFFFFFFFFFFFF"), new byte[0]));
      client.sends(new byte[MESSAGE + 1]);

      assertThat(client.closeCode()).isEqualTo(1009);
    }
  }

  /** RFC 6455 §5.5.2: a pong for each; who does not read them is read no further itself. */
  @Test
  void a_flood_of_pings_stops_where_its_pongs_are_not_read() throws IOException {
    try (Hostile client = Hostile.opens(aftermath.server())) {
      assertThat(client.sendsUntilStuck(frame(PING, new byte[125]), 64 << 20))
          .as("bytes that were taken")
          .isLessThan(64 << 20);
    }
  }

  @Test
  void a_flood_of_pings_whose_pongs_are_read_goes_on() throws IOException {
    try (Hostile client = Hostile.opens(aftermath.server())) {
      for (int i = 0; i < 500; i++) {
        client.sends(frame(PING, "p" + i));
      }

      assertThat(client.hears(frame -> frame.text().equals("p499")).first()).isEqualTo(PONG);
      assertThat(client.sends(close(1000)).closeCode()).isEqualTo(1000);
    }
  }
}
