package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.server.Eavesdropper.Heard;
import dev.soundcheck.server.time.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Issue 5, point 2: "a folder of WAV files can replace it". docs/decisions/audio-voices.md */
@Timeout(60)
class VoicesOverSocketTest {
  private static final String ANSWER =
      """
      Feature: Voices
        Scenario: Two sentences
          When the user types anything
          Then the assistant says "It is foggy. Take a coat."
      """;

  @TempDir private Path folder;

  private final List<String> remarks = new CopyOnWriteArrayList<>();
  private final ServerListener listener =
      new ServerListener() {
        @Override
        public void remarked(String words) {
          remarks.add(words);
        }
      };

  @Test
  void what_is_recorded_is_played_and_the_rest_is_synthesized_and_told() throws IOException {
    Pcm recorded = recording("it-is-foggy.wav");
    Pcm heard = answer();
    assertThat(heard.slice(0, recorded.length())).isEqualTo(recorded);
    Pcm rest = Resampler.resample(SpokenVoice.embedded().as("ara").speak("Take a coat."), 24_000);
    int behind = recorded.length() + Pcm.samplesIn(Duration.ofMillis(160), 24_000);
    assertThat(heard.slice(behind, behind + rest.length())).isEqualTo(rest);
    await().untilAsserted(() -> assertThat(remarks).hasSize(1));
    assertThat(remarks.get(0)).contains("Nobody recorded \"Take a coat.\"", "take-a-coat.wav");
  }

  @Test
  void a_whole_answer_may_be_one_recording() throws IOException {
    Pcm recorded = recording("it-is-foggy-take-a-coat.wav");
    Pcm heard = answer();
    assertThat(heard.slice(0, recorded.length())).isEqualTo(recorded);
    assertThat(heard.length()).isLessThan(recorded.length() + 2400);
    assertThat(remarks).isEmpty();
  }

  @Test
  void a_folder_that_does_not_exist_is_told_before_anybody_connects() {
    ServerOptions options = ServerOptions.builder().voices(folder.resolve("none")).build();
    assertThatThrownBy(() -> MockVoiceServer.start(options, listener))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("expected a folder of WAV files, found none at");
  }

  private Pcm answer() {
    ServerOptions options =
        ServerOptions.builder().time(Time.VIRTUAL).playing(ANSWER).voices(folder).build();
    try (MockVoiceServer server = MockVoiceServer.start(options, listener)) {
      List<Heard> heard = new Eavesdropper(server.uri()).types("Hello").hearsAll();
      Pcm all = new Pcm(new short[0], 24_000);
      for (JsonNode delta : Turn.events("response.output_audio.delta", heard)) {
        byte[] bytes = Base64.getDecoder().decode(delta.path("delta").asString());
        all = all.then(Pcm.ofLittleEndian(bytes, 24_000));
      }
      return all;
    }
  }

  private Pcm recording(String name) throws IOException {
    Pcm hiss =
        Resampler.resample(SpokenVoice.embedded().as("rex").speak("Something else."), 24_000);
    Wav.write(folder.resolve(name), hiss);
    return hiss;
  }
}
