package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Issue 5, "Bad input": a file that is not whole is spoken as far as it goes, and that is told. */
@Timeout(120)
final class OddWavTest {
  @TempDir Path folder;

  @Test
  void a_file_that_was_cut_short_is_spoken_and_told_of() throws IOException {
    byte[] whole = Wav.bytes(SpokenVoice.embedded().speak("Good morning to you, and good night."));
    Path file = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(whole, whole.length / 2));
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      Ran ran =
          Ran.soundcheck(
              "talk", "--url", server.uri().toString(), "--wav", file.toString(), "--json");

      assertThat(ran.err())
          .contains(file + ": its header promises ", " are there; the file was cut short");
      assertThat(ran.out()).contains("I heard you speak for").doesNotContain("cut short");
      assertThat(ran.status()).isZero();
    }
  }
}
