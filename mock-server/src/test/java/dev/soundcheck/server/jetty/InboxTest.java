package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.server.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.junit.jupiter.api.Test;

/** Messages come in frames; the limit is in bytes as they are on the wire. */
final class InboxTest {
  private final Inbox inbox = new Inbox(Limits.USUAL.with("message=10"));

  @Test
  void frames_become_one_message() {
    assertThat(inbox.take(frame(OpCode.TEXT, false, "ab"))).isEmpty();
    assertThat(text(inbox.take(frame(OpCode.CONTINUATION, true, "cd")))).isEqualTo("abcd");
    assertThat(text(inbox.take(frame(OpCode.TEXT, true, "next")))).isEqualTo("next");
    assertThat(inbox.take(frame(OpCode.BINARY, false, "e"))).isEmpty();
    assertThat(binary(inbox.take(frame(OpCode.CONTINUATION, true, "f")))).isEqualTo("ef");
    assertThat(inbox.tooLarge()).isFalse();
  }

  @Test
  void an_empty_message_is_a_message() {
    assertThat(text(inbox.take(new Frame(OpCode.TEXT)))).isEqualTo("");
    assertThat(inbox.take(frame(OpCode.TEXT, false, ""))).isEmpty();
    assertThat(text(inbox.take(new Frame(OpCode.CONTINUATION)))).isEqualTo("");
  }

  @Test
  void a_character_may_lie_in_two_frames() {
    byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
    assertThat(inbox.take(new Frame(OpCode.TEXT, false, ByteBuffer.wrap(euro, 0, 2)))).isEmpty();
    assertThat(text(inbox.take(new Frame(OpCode.CONTINUATION, true, ByteBuffer.wrap(euro, 2, 1)))))
        .isEqualTo("€");
  }

  @Test
  void what_a_frame_holds_is_copied() {
    byte[] lent = {1, 2};
    Optional<Message> message = inbox.take(new Frame(OpCode.BINARY, ByteBuffer.wrap(lent)));
    lent[0] = 9;
    assertThat(message)
        .get()
        .isInstanceOfSatisfying(
            Message.Binary.class, binary -> assertThat(binary.bytes()).containsExactly(1, 2));
  }

  @Test
  void characters_count_as_the_bytes_they_take() {
    assertThat(text(inbox.take(frame(OpCode.TEXT, true, "äöüßé")))).isEqualTo("äöüßé");
    assertThat(text(inbox.take(frame(OpCode.TEXT, true, "€€€")))).isEqualTo("€€€");
    assertThat(text(inbox.take(frame(OpCode.TEXT, true, "😀😀")))).isEqualTo("😀😀");
    assertThat(inbox.take(frame(OpCode.TEXT, true, "😀😀€"))).isEmpty();
    assertThat(inbox.tooLarge()).isTrue();
  }

  @Test
  void frames_are_counted_together_and_too_large_stays_too_large() {
    assertThat(inbox.take(frame(OpCode.TEXT, false, "123456"))).isEmpty();
    assertThat(inbox.take(frame(OpCode.CONTINUATION, true, "78901"))).isEmpty();
    assertThat(inbox.take(frame(OpCode.TEXT, true, "ok"))).isEmpty();
    assertThat(inbox.tooLarge()).isTrue();
  }

  /** RFC 6455 section 8.1. */
  @Test
  void a_text_that_is_not_utf_8_is_refused() {
    for (byte[] wrong :
        new byte[][] {{(byte) 0xFF}, {'a', (byte) 0xC3}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}}) {
      assertThatThrownBy(() -> inbox.take(new Frame(OpCode.TEXT, ByteBuffer.wrap(wrong))))
          .isInstanceOf(BadPayloadException.class);
    }
  }

  /** What decoders put where they cannot decode is a character like any other. */
  @Test
  void the_replacement_character_may_be_sent() {
    assertThat(text(inbox.take(frame(OpCode.TEXT, true, "a\uFFFDb")))).isEqualTo("a\uFFFDb");
  }

  private static Frame frame(byte code, boolean last, String data) {
    return new Frame(code, last, ByteBuffer.wrap(data.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Optional<Message> message) {
    Message.Text text = (Message.Text) message.orElseThrow();
    return new String(text.utf8(), StandardCharsets.UTF_8);
  }

  private static String binary(Optional<Message> message) {
    Message.Binary binary = (Message.Binary) message.orElseThrow();
    return new String(binary.bytes(), StandardCharsets.UTF_8);
  }
}
