package dev.soundcheck.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/decisions/speed.md: a plan is held in little room. */
class ScoreTest {
  @Test
  void it_is_the_plan() {
    Spoken.Segment one = new Spoken.Segment("a", "Hello", 0, 480);
    Spoken.Segment other = new Spoken.Segment("b", " there", 480, 900);
    List<Delivery.Beat> plan =
        List.of(
            new Delivery.Beat(Duration.ZERO, one, 0, 0),
            new Delivery.Beat(Duration.ofMillis(20), one, 0, 480),
            new Delivery.Beat(Duration.ofNanos(7), other, 480, 900));

    assertThat(Score.of(plan)).isEqualTo(plan);
  }
}
