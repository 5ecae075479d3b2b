package dev.soundcheck.server.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A time that is moved by hand (design.md, "Time is injected everywhere"). */
final class VirtualTimeTest {
  private final VirtualTime time = new VirtualTime();
  private final List<String> rung = new ArrayList<>();

  @Test
  void it_begins_at_the_same_instant_in_every_run_and_stands_still() {
    assertThat(time.instant()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(time.instant()).isEqualTo(new VirtualTime().instant());
  }

  @Test
  void whoever_was_to_be_woken_meanwhile_is_woken_in_order() {
    alarm("late", 40);
    alarm("early", 20);
    alarm("later", 60);

    time.advance(Duration.ofMillis(50));
    assertThat(rung).containsExactly("early", "late");
    assertThat(time.now()).isEqualTo(Duration.ofMillis(50));

    time.advance(Duration.ofMillis(50));
    assertThat(rung).containsExactly("early", "late", "later");
  }

  @Test
  void an_alarm_set_anew_rings_only_then_and_once() {
    Alarm alarm = alarm("bell", 20);
    alarm.set(Optional.of(Duration.ofMillis(70)));

    time.advance(Duration.ofMillis(50));
    assertThat(rung).isEmpty();
    time.advance(Duration.ofMillis(50));
    time.advance(Duration.ofMillis(50));
    assertThat(rung).containsExactly("bell");
  }

  @Test
  void an_alarm_that_is_set_to_nothing_does_not_ring() {
    alarm("bell", 20).set(Optional.empty());

    time.advance(Duration.ofSeconds(1));
    assertThat(rung).isEmpty();
  }

  @Test
  void an_alarm_for_a_time_that_has_come_rings_at_once() {
    time.advance(Duration.ofSeconds(1));

    alarm("bell", 1000);
    assertThat(rung).containsExactly("bell");
  }

  @Test
  void what_a_scenario_lets_pass_moves_it_forwards_only() {
    assertThat(time.passes(Duration.ofMinutes(30))).isTrue();
    assertThat(time.passes(Duration.ofMinutes(20))).isTrue();

    assertThat(time.now()).isEqualTo(Duration.ofMinutes(30));
  }

  private Alarm alarm(String name, long ms) {
    Alarm alarm = time.alarm(() -> rung.add(name));
    alarm.set(Optional.of(Duration.ofMillis(ms)));
    return alarm;
  }
}
