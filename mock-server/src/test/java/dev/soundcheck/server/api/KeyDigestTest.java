package dev.soundcheck.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys are compared in constant time by this alone; HabitsTest sees to the rest. */
final class KeyDigestTest {
  @Test
  void it_tells_keys_apart() {
    KeyDigest key = KeyDigest.of("open sesame");

    assertThat(key.matches(KeyDigest.of("open sesame"))).isTrue();
    assertThat(key.matches(KeyDigest.of("open sesamE"))).isFalse();
    assertThat(key.matches(KeyDigest.of("open"))).isFalse();
    assertThat(key.matches(KeyDigest.of(""))).isFalse();
  }

  /** Equal length is what makes the time equal. */
  @Test
  void it_is_as_long_for_every_key_and_does_not_show_it() {
    assertThat(KeyDigest.of("").hex())
        .hasSize(64)
        .hasSameSizeAs(KeyDigest.of("x".repeat(1_000_000)).hex());
    assertThat(KeyDigest.of("open sesame")).asString().doesNotContain("sesame");
  }
}
