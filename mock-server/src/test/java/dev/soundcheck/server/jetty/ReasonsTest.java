package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.Limits;
import org.junit.jupiter.api.Test;

/** Reasons that must fit into a close frame whole, whatever the limit is. */
final class ReasonsTest {
  private static Reasons reasons(String limits) {
    return new Reasons(Limits.USUAL.with(limits));
  }

  @Test
  void the_limit_is_named_in_mebibytes_where_it_is_whole() {
    assertThat(reasons("message=16MiB").tooLarge())
        .isEqualTo(
            "A message of more than 16 MiB (16777216 bytes) cannot be taken; send audio in smaller"
                + " chunks.");
    assertThat(reasons("message=1000").tooLarge()).startsWith("A message of more than 1000 bytes");
    assertThat(reasons("bytes=3MiB").tooMuch()).contains("more than 3 MiB (3145728 bytes)");
  }

  @Test
  void reasons_are_never_cut() {
    Reasons largest = reasons("message=1023MiB,backlog=1023MiB,bytes=1048575GiB");

    assertThat(Outbox.cut(largest.tooLarge())).isEqualTo(largest.tooLarge());
    assertThat(Outbox.cut(largest.tooMuch())).isEqualTo(largest.tooMuch());
    assertThat(Outbox.cut(largest.tooSlow())).isEqualTo(largest.tooSlow());
  }
}
