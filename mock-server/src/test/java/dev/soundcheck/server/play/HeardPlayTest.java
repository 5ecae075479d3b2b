package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.script.Turn;
import dev.soundcheck.script.Vocabulary;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.session.Pace;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Issue 5: a scenario that branches on speech waits for whoever listens, and nothing else does. */
final class HeardPlayTest {
  private static final String VAD =
      "{\"type\":\"session.update\",\"session\":{\"turn_detection\":{\"type\":\"server_vad\"}}}";
  private static final Duration LONG = Duration.ofSeconds(20);

  private static final Program ASKS =
      Programs.of(
              """
              Feature: F
                Scenario: S
                  * either the user says "yes"
                  * the assistant says "Good."
                  * or the user says "no"
                  * the assistant says "Bad."
                  * otherwise
                  * the assistant says "What?"
                  * in any case
                  * the user says "Goodbye."
              """,
              Vocabulary.UNHEARD)
          .orElseThrow();

  private static Rehearsal begun(Profile profile, Conditions conditions) {
    return new Rehearsal(ASKS, profile, conditions.with(Pace.INSTANT)).says(VAD);
  }

  private static Rehearsal begun() {
    return begun(Profile.LIVE, Conditions.USUAL.listening());
  }

  private static byte[] speech(String words) {
    Pcm quiet = Pcm.silence(Duration.ofSeconds(1), 24_000);
    Pcm spoken = Resampler.resample(SpokenVoice.embedded().speak(words), 24_000);
    return quiet.then(spoken).then(quiet).littleEndian();
  }

  private static String answer(Rehearsal play) {
    return play.passes(LONG)
        .last("response.output_audio_transcript.done")
        .path("transcript")
        .asString();
  }

  private static String transcript(Rehearsal play) {
    return play.last("conversation.item.input_audio_transcription.completed")
        .path("transcript")
        .asString();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void what_was_heard_is_the_transcript_and_the_choice(Profile profile) {
    Rehearsal play = begun(profile, Conditions.USUAL.listening()).sends(speech("no"));
    assertThat(play.heard()).isPresent();
    assertThat(play.heard().orElseThrow().phrases()).containsExactly("yes", "no");

    play.understands(Optional.of("no"));
    assertThat(answer(play)).isEqualTo("Bad.");
    assertThat(transcript(play)).isEqualTo("no");
    assertThat(play.findings).isEmpty();
  }

  @Test
  void what_is_none_of_the_phrases_goes_on_with_otherwise() {
    Rehearsal play = begun().sends(speech("maybe")).understands(Optional.empty());
    assertThat(answer(play)).isEqualTo("What?");
    assertThat(transcript(play)).isEqualTo(Turn.NONE_OF_THE_PHRASES);
  }

  @Test
  void the_sound_is_the_speech_with_a_little_around_it() {
    Rehearsal play = begun().sends(speech("yes, please"));
    Pcm heard = play.heard().orElseThrow().speech();
    Duration words = SpokenVoice.embedded().speak("yes, please").duration();
    assertThat(heard.rate()).isEqualTo(24_000);
    assertThat(heard.duration()).isBetween(words.plusMillis(200), words.plusMillis(600));
  }

  @Test
  void nothing_happens_until_somebody_has_listened() {
    Rehearsal play = begun().sends(speech("yes"));
    int said = play.sent.size();
    play.says("{\"type\":\"input_audio_buffer.clear\"}").passes(Duration.ofSeconds(5));
    assertThat(play.sent).hasSize(said);
    assertThat(play.wakeAt()).isEmpty();
    assertThat(play.passesUntil()).isEmpty();

    play.understands(Optional.of("yes"));
    assertThat(play.types().subList(said, play.types().size()))
        .containsSubsequence("input_audio_buffer.speech_stopped", "input_audio_buffer.cleared");
  }

  /** How long it takes to listen changes nothing but when the frames leave. */
  @Test
  void the_frames_are_the_same_however_long_it_takes() {
    Rehearsal quick = begun().sends(speech("yes")).understands(Optional.of("yes"));
    Rehearsal slow = begun().sends(speech("yes"));
    quick.passes(Duration.ofSeconds(1)).types("Hm?");
    slow.passes(Duration.ofSeconds(1)).types("Hm?").understands(Optional.of("yes"));
    assertThat(slow.passes(LONG).lines()).isEqualTo(quick.passes(LONG).lines());
  }

  @Test
  void a_client_that_leaves_meanwhile_is_gone() {
    Rehearsal play = begun().sends(speech("yes")).hangsUp(1000, "bye");
    play.understands(Optional.of("yes"));
    assertThat(play.heard()).isEmpty();
    assertThat(play.wakeAt()).isEmpty();
  }

  @Test
  void where_nobody_could_listen_that_is_a_finding() {
    Rehearsal play = begun().sends(speech("yes")).fails("The listener failed.");
    assertThat(play.findings)
        .extracting(ConnectionFinding::kind, ConnectionFinding::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.INTERNAL, "The listener failed."));
    assertThat(answer(play)).isEqualTo("What?");
  }

  @Test
  void a_turn_that_the_client_commits_is_listened_to_as_well() {
    Rehearsal play =
        new Rehearsal(ASKS, Profile.LIVE, Conditions.USUAL.listening().with(Pace.INSTANT))
            .says("{\"type\":\"session.update\",\"session\":{\"turn_detection\":null}}")
            .sends(speech("no"));
    assertThat(play.heard()).isEmpty();
    play.says("{\"type\":\"input_audio_buffer.commit\"}");
    assertThat(play.heard()).isPresent();
    assertThat(answer(play.understands(Optional.of("no")))).isEqualTo("Bad.");
  }

  @Test
  void lines_that_decide_nothing_are_not_listened_to() {
    Rehearsal play = begun().sends(speech("yes")).understands(Optional.of("yes")).passes(LONG);
    play.sends(speech("whatever"));
    assertThat(play.heard()).isEmpty();
    assertThat(transcript(play.passes(LONG))).isEqualTo("Goodbye.");
  }

  @Test
  void without_a_listener_nobody_is_asked() {
    assertThat(begun(Profile.LIVE, Conditions.USUAL).sends(speech("no")).heard()).isEmpty();
  }

  /** live-behaviour.md §4: partial transcripts; of words that nobody knows yet there are none. */
  @Test
  void no_words_are_told_before_they_are_known() {
    Rehearsal play =
        begun()
            .says(
                "{\"type\":\"session.update\",\"session\":{\"audio\":{\"input\":{\"transcription\":"
                    + "{\"model\":\"grok-transcribe\"}}}}}")
            .sends(speech("no, I do not want that at all, thank you very much"));
    assertThat(play.types())
        .noneMatch(type -> type.startsWith("conversation.item.input_audio_transcription"));
    play.understands(Optional.of("no")).passes(LONG);
    assertThat(
            play.last("conversation.item.input_audio_transcription.updated")
                .path("transcript")
                .asString())
        .isEqualTo("no");
  }
}
