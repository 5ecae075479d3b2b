package dev.soundcheck.conformance.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures of answers, against times that were put into the trace (issue 5 point 5). */
class AnswerFiguresTest {
  private static final AudioFormat USUAL = AudioFormat.DEFAULT;

  /** Speech, and a pause behind it that lets everybody hear its end. */
  private static final Pcm WORDS =
      Resampler.resample(SpokenVoice.embedded().speak("What is the weather in Paris?"), 24_000);

  private static final Pcm QUESTION = WORDS.then(Pcm.silence(Duration.ofSeconds(1), 24_000));
  private static final long SPOKEN = WORDS.duration().toMillis();
  private static final byte[] SECOND = new byte[48_000];

  @Test
  void time_to_first_audio_counts_from_the_request_and_from_the_last_of_the_users_speech() {
    AnswerFigures figures = only(asked().answer(1_000 + SPOKEN + 900, "r", SECOND, 48_000));

    assertThat(figures.afterRequest()).contains(Duration.ofMillis(300));
    assertThat(millis(figures.afterSpeech().orElseThrow())).isCloseTo(900, Offset.offset(60L));
    assertThat(figures.lasts()).isEqualTo(Duration.ofSeconds(1));
    assertThat(figures.overlap()).isZero();
    assertThat(figures.interruption()).isEmpty();
  }

  @Test
  void a_typed_turn_is_not_answered_after_speech() {
    Played played = asked().answer(4_000, "r", SECOND, 48_000);
    played.client(60_000, "{\"type\":\"response.create\"}").answer(60_700, "s", SECOND, 48_000);

    AnswerFigures second = played.answers().get(1);
    assertThat(second.afterRequest()).contains(Duration.ofMillis(700));
    assertThat(second.afterSpeech()).isEmpty();
  }

  /** live-behaviour.md 2.6: the answer is done, then the speech is announced. */
  @Test
  void who_breaks_in_is_measured_to_the_moment_of_silence_and_so_is_speaking_at_once() {
    Played played = new Played().begin(0, "r");
    for (int second = 0; second < 6; second++) {
      played.delta(100L * second, "r", SECOND);
    }
    Pcm room = Pcm.silence(Duration.ofSeconds(1), 24_000);
    played.speaks(1_000, room.then(QUESTION), USUAL).done(2_390, "r", "completed");
    played.server(2_400, "{\"type\":\"input_audio_buffer.speech_started\"}");
    AnswerFigures figures = only(played);

    assertThat(millis(figures.interruption().orElseThrow())).isCloseTo(400, Offset.offset(60L));
    assertThat(millis(figures.overlap())).isCloseTo(400, Offset.offset(60L));
    assertThat(figures.lasts()).isEqualTo(Duration.ofSeconds(6));
  }

  /**
   * A microphone that was off meanwhile: what it begins with was not said when it was turned off.
   */
  @Test
  void words_that_follow_when_the_answer_was_heard_are_no_overlap() {
    long answered = 1_000 + SPOKEN + 1_400;
    Pcm atOnce = WORDS.slice(Pcm.samplesIn(Duration.ofMillis(60), 24_000), WORDS.length());
    Played played = asked().answer(answered, "r", SECOND, 48_000);
    played.speaks(answered + 1_200, atOnce, USUAL);

    assertThat(millis(played.answers().get(0).overlap())).isLessThan(60);
  }

  @Test
  void an_answer_that_was_played_to_its_end_is_not_interrupted() {
    Played played = new Played().begin(0, "r").delta(0, "r", SECOND).done(10, "r", "completed");
    played.server(1_200, "{\"type\":\"input_audio_buffer.speech_started\"}");

    assertThat(only(played).interruption()).isEmpty();
  }

  @Test
  void connections_are_heard_each_for_itself_and_told_when_they_close() {
    Played played = new Played().on(1).begin(0, "r").delta(0, "r", SECOND);
    played.on(2).begin(0, "r").delta(10, "r", SECOND).delta(20, "r", SECOND);
    played.see(new Observed.Closed(Duration.ofMillis(30), 2, Origin.CLIENT, 1000, ""));

    assertThat(played.answers())
        .extracting(AnswerFigures::connection, figures -> figures.lasts().toSeconds())
        .containsExactly(tuple(2, 2L), tuple(1, 1L));
  }

  /** Memory is bounded: of many answers the early ones are told before the trace is over. */
  @Test
  void many_answers_are_told_in_their_order() {
    Played played = new Played();
    for (int i = 0; i < 100; i++) {
      played.answer(i * 2_000L, "r" + i, SECOND, 48_000);
    }

    List<AnswerFigures> answers = played.answers();
    assertThat(answers).hasSize(100);
    assertThat(answers.get(99).response()).isEqualTo("r99");
    assertThat(answers).extracting(AnswerFigures::at).isSorted();
  }

  private static Played asked() {
    return new Played()
        .speaks(1_000, QUESTION, USUAL)
        .server(1_000 + SPOKEN + 600, "{\"type\":\"input_audio_buffer.speech_stopped\"}");
  }

  private static AnswerFigures only(Played played) {
    assertThat(played.answers()).hasSize(1);
    return played.answers().get(0);
  }

  private static long millis(Duration time) {
    return time.toMillis();
  }
}
