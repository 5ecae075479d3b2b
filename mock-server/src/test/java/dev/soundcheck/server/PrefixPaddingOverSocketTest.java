package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.server.session.Dialect.AudioTimes;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code prefix_padding_ms} as a client sees it, which is not unless a server is told to show it.
 */
@Timeout(120)
final class PrefixPaddingOverSocketTest {
  private static final int RATE = 24_000;
  private static final Duration BEFORE = Duration.ofSeconds(2);

  /** decisions.md "Numbers": without padding; events.yaml: 0 to 10000. */
  @Test
  void is_taken_off_the_beginning_where_the_server_shows_it() throws ExecutionException {
    long speech = started(ServerOptions.builder(), 700);
    ServerOptionsBuilder showing = ServerOptions.builder().audioTimes(AudioTimes.PADDED);

    assertThat(speech).isBetween(1_900L, 2_100L);
    assertThat(started(showing, 0)).isEqualTo(speech);
    assertThat(started(showing, 700)).isEqualTo(speech - 700);
    assertThat(started(showing, 10_000)).isZero();
  }

  private static long started(ServerOptionsBuilder options, int padding) throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(options.build())) {
      Caller caller = Caller.to(server.uri());
      caller.says(
          """
          {"type":"session.update","session":{"turn_detection":{"type":"server_vad",
           "prefix_padding_ms":%d}}}"""
              .formatted(padding));
      caller.hears("session.updated");
      caller.says(
          "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}"
              .formatted(Base64.getEncoder().encodeToString(spoken())));
      return caller.hears("input_audio_buffer.speech_started").path("audio_start_ms").asLong();
    }
  }

  private static byte[] spoken() {
    Pcm silence = Pcm.silence(BEFORE, RATE);
    Pcm words = Resampler.resample(SpokenVoice.embedded().speak("Hello there."), RATE);
    return silence.then(words).then(silence).littleEndian();
  }
}
