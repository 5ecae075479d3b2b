package dev.soundcheck.conformance.load;

import static dev.soundcheck.conformance.load.Scripted.MILLI;
import static dev.soundcheck.conformance.load.Scripted.event;
import static dev.soundcheck.conformance.load.Scripted.sound;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** How late sound is, and how far gaps are from what they should be. */
final class ReplyTest {
  private final Tallies tallies = new Tallies();

  @Test
  void sound_that_comes_before_it_is_needed_is_not_late() {
    Reply reply = new Reply(tallies, OptionalLong.empty(), 48_000);
    reply.created();
    assertThat(reply.delta(100 * MILLI, sound(60))).isTrue();
    assertThat(reply.delta(110 * MILLI, sound(60))).isFalse();

    assertThat(most(Measure.LATENESS)).isZero();
    assertThat(reply.playedUntil()).isEqualTo(220 * MILLI);
  }

  @Test
  void sound_that_comes_when_all_before_was_played_is_late() {
    Reply reply = new Reply(tallies, OptionalLong.empty(), 48_000);
    reply.created();
    reply.delta(100 * MILLI, sound(60));
    reply.delta(185 * MILLI, sound(60));

    assertThat(most(Measure.LATENESS).toMillis()).isEqualTo(25);
  }

  @Test
  void gaps_are_held_against_what_the_server_keeps_and_add_up_to_drift() {
    Reply reply = new Reply(tallies, OptionalLong.of(20 * MILLI), 48_000);
    reply.created();
    reply.delta(0, sound(20));
    reply.delta(25 * MILLI, sound(20));
    reply.delta(41 * MILLI, sound(20));
    reply.done();

    assertThat(most(Measure.GAP_ERROR).toNanos())
        .isCloseTo(5 * MILLI, Percentage.withPercentage(1));
    assertThat(most(Measure.DRIFT).toNanos()).isCloseTo(MILLI, Percentage.withPercentage(1));
  }

  @Test
  void words_between_the_sound_are_no_deltas_of_it() {
    Reply reply = new Reply(tallies, OptionalLong.of(20 * MILLI), 48_000);
    reply.created();
    reply.delta(0, sound(20));
    assertThat(reply.delta(3 * MILLI, event("response.output_text.delta"))).isFalse();
    reply.delta(20 * MILLI, sound(20));

    assertThat(most(Measure.GAP_ERROR)).isZero();
  }

  @Test
  void an_answer_that_follows_begins_anew() {
    Reply reply = new Reply(tallies, OptionalLong.empty(), 48_000);
    reply.created();
    reply.delta(0, sound(60));
    reply.done();
    assertThat(reply.going()).isFalse();
    reply.created();

    assertThat(reply.going()).isTrue();
    assertThat(reply.begun()).isFalse();
    assertThat(reply.delta(900 * MILLI, sound(60))).isTrue();
  }

  private Duration most(Measure measure) {
    return tallies.now().figures().of(measure).orElseThrow().most();
  }
}
