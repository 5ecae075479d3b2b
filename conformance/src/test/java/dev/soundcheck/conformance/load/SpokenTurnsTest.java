package dev.soundcheck.conformance.load;

import static dev.soundcheck.conformance.load.Scripted.MILLI;
import static dev.soundcheck.conformance.load.Scripted.event;
import static dev.soundcheck.conformance.load.Scripted.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.load.LoadPlan.Rhythm;
import dev.soundcheck.conformance.load.SpokenTurns.Speaker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** An open microphone in real time: 300 ms of sound, in which a voice speaks from 20 to 250. */
final class SpokenTurnsTest {
  private final Scripted mouth = new Scripted();
  private final Tallies tallies = new Tallies();

  @Test
  void a_chunk_is_sent_when_it_is_full_and_silence_follows_speech() {
    SpokenTurns turns = turns(false, 0);
    turns.begin(0);
    assertThat(turns.wakeAt()).isEqualTo(100 * MILLI);
    Scripted.pass(turns, 500);

    assertThat(mouth.types()).containsExactly("one", "two", "three", "silence", "silence");
  }

  @Test
  void the_answer_is_timed_from_the_end_of_the_voice_and_heard_out_before_the_next_turn() {
    SpokenTurns turns = turns(false, 0);
    turns.begin(0);
    Scripted.pass(turns, 800);
    turns.hear(800 * MILLI, event("response.created"));
    turns.hear(850 * MILLI, sound(400));
    turns.hear(900 * MILLI, event("response.done"));
    mouth.said.clear();
    Scripted.pass(turns, 1400);

    assertThat(millis(Measure.FIRST_DELTA)).isCloseTo(600.0, Percentage.withPercentage(1));
    assertThat(millis(Measure.TURN)).isCloseTo(650.0, Percentage.withPercentage(1));
    // 850 + 400: the first chunk that begins after that is the one that is full at 1400
    assertThat(mouth.types())
        .containsExactly("silence", "silence", "silence", "silence", "silence", "one");
  }

  @Test
  void turns_by_hand_are_committed_and_answered_on_demand() {
    SpokenTurns turns = turns(true, 0);
    turns.begin(0);
    Scripted.pass(turns, 300);

    assertThat(mouth.types()).containsExactly("one", "two", "three", "commit", "respond");
  }

  @Test
  void an_answer_that_is_broken_into_tells_how_soon_that_was_noticed() {
    SpokenTurns turns = turns(false, 1);
    turns.begin(0);
    Scripted.pass(turns, 500);
    turns.hear(500 * MILLI, event("response.created"));
    turns.hear(500 * MILLI, sound(5000));
    mouth.said.clear();
    Scripted.pass(turns, 1700);
    assertThat(mouth.types()).endsWith("one", "two");
    turns.hear(1700 * MILLI, event("input_audio_buffer.speech_started"));
    turns.hear(1720 * MILLI, event("response.done"));

    // It began at 1500, its voice at 1520.
    assertThat(millis(Measure.NOTICED)).isCloseTo(180.0, Percentage.withPercentage(1));
    assertThat(millis(Measure.STOPPED)).isCloseTo(200.0, Percentage.withPercentage(1));
    assertThat(tallies.now().figures().turns()).isZero();
  }

  @Test
  void an_answer_in_the_middle_of_speech_is_an_error() {
    SpokenTurns turns = turns(false, 0);
    turns.begin(0);
    Scripted.pass(turns, 200);
    turns.hear(210 * MILLI, event("response.created"));
    turns.hear(220 * MILLI, event("response.done"));

    assertThat(tallies.now().figures().errors())
        .containsEntry("answered before the user had finished", 1L);
  }

  @Test
  void an_answer_that_does_not_come_is_an_error() {
    SpokenTurns turns = turns(false, 0);
    turns.begin(0);
    Scripted.pass(turns, 3299);
    assertThat(mouth.hungUp).isFalse();
    turns.advance(3300 * MILLI);

    assertThat(mouth.hungUp).isTrue();
    assertThat(tallies.now().figures().errors()).containsEntry("no answer in time", 1L);
  }

  private double millis(Measure measure) {
    return tallies.now().figures().of(measure).orElseThrow().most().toNanos() / 1e6;
  }

  private SpokenTurns turns(boolean manual, double interrupting) {
    Speech speech =
        new Speech(
            List.of(said("one"), said("two"), said("three")),
            said("silence"),
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            Duration.ofMillis(250),
            true);
    Phrases phrases = new Phrases(said("update"), said("typed"), said("respond"), said("commit"));
    Rhythm rhythm =
        new Rhythm(
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Duration.ZERO,
            Duration.ofSeconds(3),
            interrupting,
            1);
    return new SpokenTurns(
        new Speaker(speech, manual, phrases, rhythm.patience().toNanos()),
        new Clockwork(rhythm, 0, 1),
        new Reply(tallies, OptionalLong.empty(), 48_000),
        tallies,
        mouth);
  }

  private static byte[] said(String type) {
    return "{\"type\":\"%s\"}".formatted(type).getBytes(StandardCharsets.UTF_8);
  }
}
