package dev.soundcheck.conformance.load;

import static dev.soundcheck.conformance.load.Scripted.MILLI;
import static dev.soundcheck.conformance.load.Scripted.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.load.LoadPlan.Rhythm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Turns that are said at once: closed and open loops, and answers that do not come. */
final class PromptTurnsTest {
  private final Scripted mouth = new Scripted();
  private final Tallies tallies = new Tallies();

  @Test
  void in_a_closed_loop_the_next_turn_follows_the_answer_after_some_thought() {
    PromptTurns turns = turns(rhythm(OptionalInt.empty(), OptionalDouble.empty(), 500));
    turns.begin(0);
    assertThat(mouth.types()).containsExactly("a", "b");
    answer(turns, 200 * MILLI);

    assertThat(turns.wakeAt()).isEqualTo(700 * MILLI);
    turns.advance(700 * MILLI);
    assertThat(mouth.types()).containsExactly("a", "b");
    assertThat(millis(Measure.TURN)).isEqualTo(200);
    assertThat(tallies.now().figures().turns()).isEqualTo(1);
  }

  /** Coordinated omission: who cannot begin a turn in time has waited all the same. */
  @Test
  void in_an_open_loop_a_turn_that_was_held_up_is_timed_from_when_it_was_due() {
    PromptTurns turns = turns(rhythm(OptionalInt.empty(), OptionalDouble.of(10), 0));
    turns.begin(0);
    long first = turns.wakeAt();
    turns.advance(first);
    answer(turns, first + 450 * MILLI);
    assertThat(mouth.types()).containsExactly("a", "b", "a", "b");
    answer(turns, first + 460 * MILLI);

    assertThat(tallies.now().figures().of(Measure.TURN).orElseThrow().most().toNanos())
        .isCloseTo(450 * MILLI, Percentage.withPercentage(1));
    assertThat(tallies.now().figures().of(Measure.TURN).orElseThrow().p50().toNanos())
        .isCloseTo(360 * MILLI, Percentage.withPercentage(1));
  }

  @Test
  void after_the_last_turn_it_hangs_up() {
    PromptTurns turns = turns(rhythm(OptionalInt.of(2), OptionalDouble.empty(), 0));
    turns.begin(0);
    answer(turns, 10 * MILLI);
    assertThat(mouth.hungUp).isFalse();
    answer(turns, 20 * MILLI);

    assertThat(mouth.hungUp).isTrue();
    assertThat(mouth.types()).containsExactly("a", "b", "a", "b");
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_an_error_and_ends_the_session() {
    PromptTurns turns = turns(rhythm(OptionalInt.empty(), OptionalDouble.empty(), 0));
    turns.begin(0);
    turns.advance(turns.wakeAt());

    assertThat(turns.wakeAt()).isEqualTo(3000 * MILLI);
    assertThat(mouth.hungUp).isTrue();
    assertThat(tallies.now().figures().errors()).containsEntry("no answer in time", 1L);
  }

  /** Whoever is greeted waits for the end of it; it is no answer to anything. */
  @Test
  void a_greeting_is_heard_out_and_not_counted() {
    PromptTurns turns = turns(rhythm(OptionalInt.empty(), OptionalDouble.empty(), 0));
    turns.hear(0, event("response.created"));
    turns.begin(5 * MILLI);
    assertThat(mouth.said).isEmpty();
    turns.hear(50 * MILLI, event("response.done"));
    turns.advance(turns.wakeAt());

    assertThat(mouth.types()).containsExactly("a", "b");
    assertThat(tallies.now().figures().turns()).isZero();
  }

  private static void answer(PromptTurns turns, long now) {
    turns.hear(now, event("response.created"));
    turns.hear(now, event("response.output_text.delta"));
    turns.hear(now, event("response.done"));
  }

  private long millis(Measure measure) {
    return Math.round(tallies.now().figures().of(measure).orElseThrow().most().toNanos() / 1e6);
  }

  private static Rhythm rhythm(OptionalInt turns, OptionalDouble rate, int think) {
    return new Rhythm(turns, rate, Duration.ofMillis(think), Duration.ofSeconds(3), 0, 1);
  }

  private PromptTurns turns(Rhythm rhythm) {
    return new PromptTurns(
        List.of(said("a"), said("b")),
        new Clockwork(rhythm, 0, 1),
        new Reply(tallies, OptionalLong.empty(), 48_000),
        tallies,
        mouth,
        rhythm.patience().toNanos());
  }

  private static byte[] said(String type) {
    return "{\"type\":\"%s\"}".formatted(type).getBytes(StandardCharsets.UTF_8);
  }
}
