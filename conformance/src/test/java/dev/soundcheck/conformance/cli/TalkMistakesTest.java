package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user may get wrong with turns and calls: told at once, and nothing is dialled. */
@Timeout(60)
final class TalkMistakesTest {
  @TempDir Path folder;

  private String wav = "";

  @BeforeEach
  void record() throws IOException {
    Path file = folder.resolve("a.wav");
    Wav.write(file, Pcm.silence(Duration.ofMillis(100), 8_000));
    wav = file.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--barge-in 800 WAV|--barge-in: expected a turn before it",
        "--wav WAV --barge-in soon WAV|expected a whole number of milliseconds and a file, found 'soon'",
        "--wav WAV --barge-in 800|--barge-in: expected AFTER_MS and FILE after it",
        "--wav WAV --barge-in 800 --manual|--barge-in: expected AFTER_MS and FILE after it",
        "--wav WAV --barge-in 800 nowhere.wav|--barge-in: there is no file 'nowhere.wav'",
        "--text a --repeat 0|--repeat: expected 1 to 1000, found 0.",
        "--text a --reconnect -1|--reconnect: expected 0 to 1000, found -1.",
        "--text a --reconnect-after 1s|--reconnect-after: expected --reconnect N beside it.",
        "--text a --out a.ndjson|--out: expected a name for a WAV file, found that of a trace.",
        "--text a --stereo no/such/folder.wav|--stereo: 'no/such/folder.wav' cannot be written",
        "--text a --transport tcp|--transport",
        "--text a --format-in mp3|expected pcm:RATE",
        "--play x --transport binary|--transport and --resume",
        "--play x --barge-in 5 WAV|expected no --wav, --say, --text or --barge-in beside it",
      })
  void a_mistake_is_told_with_what_was_expected(String line, String told) {
    Ran ran = talk(line.replace("WAV", wav));

    assertThat(ran.err()).contains(told);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void all_mistakes_are_told_at_once() {
    Ran ran = talk("--barge-in x " + wav + " --repeat 0 --reconnect-after 1s");

    assertThat(ran.err().lines()).hasSize(4);
  }

  /** Issue 5, "Bad input": a WAV whose header promises more than there is is told of and played. */
  @Test
  void a_file_that_is_shorter_than_its_header_says_is_told_of() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(wav));
    Path cut = folder.resolve("cut.wav");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 400));
    Ran ran = talk("--url ws://127.0.0.1:1/v1/realtime --wav " + cut);

    assertThat(ran.err().lines().findFirst().orElse("")).contains(cut.toString());
    assertThat(ran.err()).contains("nothing listens there");
  }

  private static Ran talk(String line) {
    return Ran.soundcheck(
        Stream.concat(Stream.of("talk"), Arrays.stream(line.split(" "))).toArray(String[]::new));
  }
}
