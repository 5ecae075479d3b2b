package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Hearing;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Issue 5, "Bad input": sound of ten hours in one session. */
final class HoursOfSoundTest {
  private static final AudioFormat PCMU =
      AudioFormat.of("audio/pcmu", Optional.empty()).orElseThrow();
  private static final Duration LONG = Duration.ofHours(10);
  private static final int MINUTE = 60 * 8_000;

  private final Studio studio = Studio.with(Profile.LIVE, setup -> setup.with(Hearing.REAL));

  /** What is kept of ten hours is nothing: 288 million bytes came in. */
  @Test
  void is_heard_to_its_end_and_not_kept() {
    studio.configures(
        """
        "turn_detection":{"type":"server_vad"},"audio":{"input":{"format":{"type":"audio/pcmu"}}}""");
    studio.passes(1_000).fromHere();
    byte[] minute = PCMU.encode(new Pcm(new short[MINUTE], 8_000));
    long before = kept();
    for (int i = 0; i < LONG.toMinutes(); i++) {
      studio.pushes(minute);
    }

    assertThat(kept() - before).as("bytes kept").isLessThan(32_000_000);
    assertThat(studio.types()).isEmpty();
    Pcm words = SpokenVoice.embedded().speak("Is anybody there?");
    studio.willSay("Yes.").pushes(PCMU.encode(Resampler.resample(words, 8_000)));
    studio.pushes(minute).passes(5_000);
    long end = LONG.plus(words.duration()).toMillis();
    assertThat(start()).isBetween(LONG.toMillis() - 20, LONG.toMillis() + 250);
    assertThat(
            studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED).path("audio_end_ms").asLong())
        .isBetween(end - 250, end + 50);
    assertThat(studio.the(EventType.RESPONSE_DONE).at("/response/status").asString())
        .isEqualTo("completed");
  }

  private long start() {
    return studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).path("audio_start_ms").asLong();
  }

  private static long kept() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
