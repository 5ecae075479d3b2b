package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

/** A server that is dialled in the wrong way hangs up now sooner, now later. */
final class RefusalTest {
  private final Refusal plain = new Refusal(Target.of(URI.create("ws://127.0.0.1:1/")));
  private final Refusal secure = new Refusal(Target.of(URI.create("wss://127.0.0.1:1/")));

  @Test
  void whoever_hangs_up_without_a_word_is_told_of_in_words() {
    assertThat(plain.words(new ClosedChannelException()))
        .isEqualTo("ws://127.0.0.1:1/: the connection ended before there was an answer.");
    assertThat(secure.words(new ClosedChannelException()))
        .isEqualTo(
            "wss://127.0.0.1:1/: the connection ended before there was an answer. If the server"
                + " speaks no TLS, its address begins with ws://.");
  }

  @Test
  void so_are_the_words_of_the_system() {
    assertThat(plain.words(new IOException("Connection reset")))
        .isEqualTo("ws://127.0.0.1:1/: Connection reset.");
    assertThat(secure.words(new IOException("Connection reset by peer.")))
        .endsWith(
            "/: Connection reset by peer. If the server speaks no TLS, its address begins with ws://.");
  }
}
