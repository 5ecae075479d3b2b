package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reasons that must fit into a close frame whole, whatever the limit is. */
final class LimitsTest {
  @Test
  void the_limit_is_named_in_mebibytes_where_it_is_whole() {
    assertThat(new Limits(16 * 1024 * 1024, 1).tooLarge())
        .isEqualTo(
            "A message of more than 16 MiB (16777216 bytes) cannot be taken; send audio in smaller"
                + " chunks.");
    assertThat(new Limits(1000, 1).tooLarge()).startsWith("A message of more than 1000 bytes");
  }

  @Test
  void reasons_are_never_cut() {
    Limits largest = new Limits(2047 * 1024 * 1024, Integer.MAX_VALUE);

    assertThat(Outbox.cut(largest.tooLarge())).isEqualTo(largest.tooLarge());
    assertThat(Outbox.cut(largest.tooSlow())).isEqualTo(largest.tooSlow());
  }
}
