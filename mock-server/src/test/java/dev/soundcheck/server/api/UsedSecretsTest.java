package dev.soundcheck.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class UsedSecretsTest {
  private static final Duration LEFT = Duration.ofMinutes(1);

  private final UsedSecrets used = UsedSecrets.atMost(2);

  @Test
  void one_is_used_once() {
    assertThat(used.use("a", LEFT)).isTrue();
    assertThat(used.use("a", LEFT)).isFalse();
  }

  @Test
  void of_too_many_the_first_is_forgotten() {
    used.use("a", LEFT);
    used.use("b", LEFT);
    used.use("c", LEFT);

    assertThat(used.use("c", LEFT)).isFalse();
    assertThat(used.use("b", LEFT)).isFalse();
    assertThat(used.use("a", LEFT)).isTrue();
  }
}
