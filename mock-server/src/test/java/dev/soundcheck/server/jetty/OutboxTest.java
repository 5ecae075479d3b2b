package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** RFC 6455 section 5.5: a close frame has room for 123 bytes of reason. */
final class OutboxTest {
  @Test
  void a_short_reason_is_left_alone() {
    assertThat(Outbox.cut("x".repeat(123))).hasSize(123);
  }

  @Test
  void a_long_reason_is_cut_between_characters() {
    assertThat(Outbox.cut("x".repeat(124))).hasSize(123);
    assertThat(Outbox.cut("😀".repeat(40)).getBytes(StandardCharsets.UTF_8)).hasSize(120);
  }
}
