package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who sends too many messages is read later. */
final class RateTest {
  private static List<Long> read(Rate rate, long nowMillis, int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> rate.next(Duration.ofMillis(nowMillis)).toMillis())
        .toList();
  }

  @Test
  void as_many_as_in_a_second_are_read_at_once_and_the_others_one_after_another() {
    assertThat(read(new Rate(4), 0, 8)).containsExactly(0L, 0L, 0L, 0L, 0L, 250L, 500L, 750L);
  }

  @Test
  void who_waited_long_enough_may_send_many_again() {
    Rate rate = new Rate(4);
    read(rate, 0, 8);

    assertThat(read(rate, 10_000, 5)).containsOnly(10_000L);
    assertThat(read(rate, 10_000, 1)).containsExactly(10_250L);
  }

  @Test
  void without_a_limit_nobody_waits() {
    assertThat(read(new Rate(Long.MAX_VALUE), 5, 100_000)).containsOnly(5L);
  }
}
