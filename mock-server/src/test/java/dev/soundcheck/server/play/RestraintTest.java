package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * docs/decisions/server-refused-events.md: what goes on for ever ends, at the fifth failure too.
 */
final class RestraintTest {
  private final Restraint restraint = new Restraint();

  @Test
  void the_fifth_failure_is_too_many() {
    assertThat(IntStream.range(0, 5).mapToObj(i -> restraint.tooManyFailures()))
        .containsExactly(false, false, false, false, true);
  }

  @Test
  void deeds_are_counted_anew_at_each_moment() {
    assertThat(IntStream.range(0, 1_000).anyMatch(i -> restraint.tooManyDeeds())).isFalse();
    restraint.moment();
    assertThat(restraint.tooManyDeeds()).isFalse();
    assertThat(IntStream.range(0, 1_000).anyMatch(i -> restraint.tooManyDeeds())).isTrue();
  }

  @Test
  void wakes_count_only_at_the_same_time() {
    assertThat(
            IntStream.range(0, 5_000).anyMatch(i -> restraint.tooManyWakes(Duration.ofMillis(i))))
        .isFalse();
    assertThat(IntStream.range(0, 1_002).anyMatch(i -> restraint.tooManyWakes(Duration.ofDays(1))))
        .isTrue();
  }
}
