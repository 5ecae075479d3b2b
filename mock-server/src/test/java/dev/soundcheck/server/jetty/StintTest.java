package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** docs/decisions/speed.md: who sends without end keeps no thread that reads for others. */
final class StintTest {
  private final Stint stint = new Stint();

  @Test
  void messages_that_come_one_by_one_never_end_one() {
    for (int wake = 1; wake < 100; wake++) {
      assertThat(stint.over(micros(wake * 20_000L), wake)).isFalse();
    }
  }

  @Test
  void it_ends_when_messages_come_without_a_pause_and_the_next_is_as_long() {
    assertThat(stint.over(micros(1_000), 1)).isFalse();
    assertThat(stint.over(micros(1_249), 1)).isFalse();
    assertThat(stint.over(micros(1_250), 1)).isTrue();
    assertThat(stint.over(micros(1_499), 1)).isFalse();
    assertThat(stint.over(micros(1_500), 1)).isTrue();
    assertThat(stint.over(micros(1_700), 1)).isFalse();
  }

  @Test
  void a_large_message_ends_it_with_each_part() {
    stint.partOfMore();
    assertThat(stint.over(micros(10), 1)).isTrue();
    stint.partOfMore();
    assertThat(stint.over(micros(20), 2)).isTrue();
    assertThat(stint.over(micros(30), 3)).isFalse();
  }

  @Test
  void where_the_pool_reads_anyway_nobody_is_kept_waiting() {
    stint.partOfMore();
    assertThat(stint.over(micros(1_000_000), 0)).isFalse();
  }

  private static Duration micros(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }
}
