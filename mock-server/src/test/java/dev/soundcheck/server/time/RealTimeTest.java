package dev.soundcheck.server.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time that passes by itself (design.md, "Time is injected everywhere"). */
@Timeout(30)
final class RealTimeTest {
  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> rung = new LinkedBlockingQueue<>();
  private final RealTime time =
      new RealTime(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), failures::add);

  @AfterEach
  void no_alarm_rings_any_more() {
    time.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_an_alarm_throws_is_told_and_the_others_ring(boolean mistake)
      throws InterruptedException {
    Throwable thrown =
        mistake ? new AssertionError("a broken bell") : new IllegalStateException("a broken bell");
    time.alarm(() -> fail(thrown)).set(Optional.of(Duration.ZERO));

    assertThat(failures.poll(20, TimeUnit.SECONDS)).isSameAs(thrown);
    time.alarm(() -> rung.add("the next bell")).set(Optional.of(Duration.ZERO));
    assertThat(rung.poll(20, TimeUnit.SECONDS)).isEqualTo("the next bell");
    assertThat(failures).isEmpty();
  }

  @Test
  void an_alarm_that_threw_can_be_set_anew() throws InterruptedException {
    Alarm alarm = time.alarm(() -> fail(new IllegalStateException("a broken bell")));

    alarm.set(Optional.of(Duration.ZERO));
    assertThat(failures.poll(20, TimeUnit.SECONDS)).hasMessage("a broken bell");
    alarm.set(Optional.of(Duration.ZERO));
    assertThat(failures.poll(20, TimeUnit.SECONDS)).hasMessage("a broken bell");
  }

  /** Whoever sets the clock of the machine changes the time of day, and nothing that is timed. */
  @Test
  void a_jump_of_the_time_of_day_neither_rings_an_alarm_nor_holds_it_back()
      throws InterruptedException {
    AtomicReference<Instant> day = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    try (RealTime jumping = new RealTime(day::get, failures::add)) {
      Duration before = jumping.now();
      jumping.alarm(() -> rung.add("far")).set(Optional.of(before.plus(Duration.ofHours(1))));
      jumping.alarm(() -> rung.add("near")).set(Optional.of(before.plus(Duration.ofMillis(50))));
      day.set(Instant.parse("2020-01-01T00:00:00Z"));
      day.set(Instant.parse("2036-01-01T00:00:00Z"));

      assertThat(rung.poll(20, TimeUnit.SECONDS)).isEqualTo("near");
      assertThat(jumping.now().minus(before))
          .isBetween(Duration.ofMillis(50), Duration.ofMinutes(1));
      assertThat(jumping.instant()).isEqualTo(Instant.parse("2036-01-01T00:00:00Z"));
      assertThat(rung).isEmpty();
    }
  }

  private static void fail(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
