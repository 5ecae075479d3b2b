package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.Limits;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Messages come in parts; the limit is in bytes as they are on the wire. */
final class InboxTest {
  private final Inbox inbox = new Inbox(Limits.USUAL.with("message=10"));

  @Test
  void parts_become_one_message() {
    assertThat(inbox.text("ab", false)).isEmpty();
    assertThat(inbox.text("cd", true)).contains("abcd");
    assertThat(inbox.text("next", true)).contains("next");
    assertThat(inbox.binary(ByteBuffer.wrap(new byte[] {1}), false)).isEmpty();
    assertThat(inbox.binary(ByteBuffer.wrap(new byte[] {2}), true)).contains(new byte[] {1, 2});
    assertThat(inbox.tooLarge()).isFalse();
  }

  @Test
  void an_empty_message_is_a_message() {
    assertThat(inbox.text("", true)).contains("");
  }

  @Test
  void characters_count_as_the_bytes_they_take() {
    assertThat(inbox.text("äöüßé", true)).contains("äöüßé");
    assertThat(inbox.text("€€€", true)).contains("€€€");
    assertThat(inbox.text("😀😀", true)).contains("😀😀");
    assertThat(inbox.text("😀😀€", true)).isEmpty();
    assertThat(inbox.tooLarge()).isTrue();
  }

  @Test
  void parts_are_counted_together_and_too_large_stays_too_large() {
    assertThat(inbox.text("123456", false)).isEmpty();
    assertThat(inbox.text("78901", true)).isEmpty();
    assertThat(inbox.text("ok", true)).isEmpty();
    assertThat(inbox.tooLarge()).isTrue();
  }
}
