package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.conformance.client.EndToEndSpeech;
import dev.soundcheck.conformance.client.EndToEndSpeech.Heard;
import dev.soundcheck.conformance.client.EndToEndSpeech.Prompt;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many sounds spoken to the mock at once (issue 2 point 7), faster than real time. */
@Timeout(60)
final class EndToEndSpeechTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final double SPEED = 4;

  private final MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build());

  @AfterEach
  void stop() {
    server.close();
  }

  /** Issue 2 point 7: start and end within 100 ms of the truth, at every rate. */
  @Test
  void each_sound_is_one_turn_whose_edges_are_where_the_words_are() {
    List<Prompt> prompts =
        Stream.of(8_000, 16_000, 24_000, 48_000)
            .map(
                rate ->
                    prompt("at " + rate, around(words(rate)), new AudioFormat(Encoding.PCM, rate)))
            .toList();
    List<Heard> all = EndToEndSpeech.speak(Target.of(server.uri()), prompts, 3, SPEED);

    assertThat(all)
        .extracting(heard -> heard.prompt().name())
        .containsExactly("at 8000", "at 16000", "at 24000", "at 48000");
    assertThat(all).allSatisfy(EndToEndSpeechTest::is_one_turn_with_true_edges);
  }

  /** Issue 2 point 7: no turn from silence or from room noise at -45 dBFS. */
  @Test
  void silence_and_room_noise_are_no_turn() {
    Pcm silence = Pcm.silence(SECOND.multipliedBy(3), 24_000);
    List<Prompt> prompts =
        List.of(
            prompt("silence", silence, AudioFormat.DEFAULT),
            prompt("noise", noise(silence.length()), AudioFormat.DEFAULT));
    List<Heard> all = EndToEndSpeech.speak(Target.of(server.uri()), prompts, 2, SPEED);

    assertThat(all)
        .hasSize(2)
        .allSatisfy(
            heard -> {
              assertThat(heard.started()).isEmpty();
              assertThat(heard.outcome().answers()).isEmpty();
              assertThat(heard.outcome().failure()).isEmpty();
            });
  }

  private static void is_one_turn_with_true_edges(Heard heard) {
    assertThat(heard.outcome().failure()).isEmpty();
    assertThat(heard.started()).hasSize(1);
    assertThat(heard.stopped()).hasSize(1);
    assertThat(heard.started().get(0)).isBetween(SECOND.minusMillis(100), SECOND.plusMillis(100));
    Duration end = heard.prompt().sound().duration().minus(SECOND);
    assertThat(heard.stopped().get(0)).isBetween(end.minusMillis(100), end.plusMillis(100));
    assertThat(heard.outcome().answers()).hasSize(1);
  }

  private static Prompt prompt(String name, Pcm sound, AudioFormat format) {
    return new Prompt(name, sound, Duration.ofMillis(700), format);
  }

  private static Pcm words(int rate) {
    return Resampler.resample(SpokenVoice.embedded().speak("Please leave a message."), rate);
  }

  private static Pcm around(Pcm words) {
    Pcm silence = Pcm.silence(SECOND, words.rate());
    return silence.then(words).then(silence);
  }

  /** White noise at -45 dBFS: uniform samples of 184 * sqrt(3). */
  private static Pcm noise(int length) {
    SplittableRandom random = new SplittableRandom(7);
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (short) random.nextInt(-319, 320);
    }
    return new Pcm(samples, 24_000);
  }
}
