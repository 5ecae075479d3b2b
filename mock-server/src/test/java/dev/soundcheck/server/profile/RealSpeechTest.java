package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Voice;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Hearing;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Setup;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The session with the real detector and the real voice, in virtual time (issue 2, point 3). */
class RealSpeechTest {
  private final Voice voice = SpokenVoice.embedded();
  private final Studio studio = Studio.with(Profile.LIVE, this::real);

  private Setup real(Setup setup) {
    return new Setup(setup.dialect(), "", new Ids(3), voice, setup.openedAt()).with(Hearing.REAL);
  }

  private Pcm spoken(String words) {
    Pcm silence = Pcm.silence(Duration.ofSeconds(1), 24_000);
    return silence.then(Resampler.resample(voice.speak(words), 24_000)).then(silence);
  }

  @Test
  void a_spoken_question_gets_a_spoken_answer() {
    studio
        .configures("\"turn_detection\":{\"type\":\"server_vad\"}")
        .passes(1_000)
        .intends(new Intent.ExpectWords("What is the weather in Paris?"))
        .willSay("It is foggy and twelve degrees in Paris.");
    Pcm question = spoken("What is the weather in Paris?");
    studio.streams(question.littleEndian()).passes(10_000);

    assertThat(studio.asked()).hasSize(1);
    Cue.Asked asked = studio.asked().get(0);
    assertThat(asked.kind()).isEqualTo(Cue.Kind.SPOKEN);
    long end = question.duration().toMillis() - 1_000;
    assertThat(
            studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).path("audio_start_ms").asLong())
        .isBetween(900L, 1_100L);
    assertThat(
            studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED).path("audio_end_ms").asLong())
        .isBetween(end - 100, end + 100);
    assertThat(
            studio
                .the(EventType.RESPONSE_DONE)
                .path("usage")
                .path("output_audio_seconds")
                .asDouble())
        .isGreaterThan(1);
  }

  @Test
  void silence_asks_for_nothing() {
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}").passes(1_000).fromHere();
    studio.streams(Pcm.silence(Duration.ofSeconds(5), 24_000).littleEndian());

    assertThat(studio.types()).isEmpty();
  }
}
