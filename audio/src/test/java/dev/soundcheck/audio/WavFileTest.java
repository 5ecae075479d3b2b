package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WAV file that grows is the same as one written at once (issue 3, 2: WAV of each side). */
class WavFileTest {
  private static final Pcm WORDS = new Pcm(new short[] {1, -2, 3, -32_768}, 8_000);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("growing.wav");
  }

  @Test
  void a_file_written_in_pieces_equals_one_written_at_once() throws IOException {
    try (WavFile wav = WavFile.create(file, 8_000)) {
      wav.append(WORDS);
      wav.silenceUntil(Duration.ofSeconds(10));
      wav.append(WORDS);
      assertThat(wav.duration()).isEqualTo(Duration.ofSeconds(10).plusNanos(500_000));
    }
    Pcm whole = WORDS.then(new Pcm(new short[80_000 - WORDS.length()], 8_000)).then(WORDS);

    assertThat(Files.readAllBytes(file)).isEqualTo(Wav.bytes(whole));
  }

  @Test
  void silence_until_a_time_that_has_passed_is_none() throws IOException {
    try (WavFile wav = WavFile.create(file, 8_000)) {
      wav.append(WORDS);
      wav.silenceUntil(Duration.ofNanos(125_000));
    }

    assertThat(Wav.read(file)).isEqualTo(WORDS);
  }

  @Test
  void what_comes_after_a_cut_is_gone_and_the_file_goes_on_from_there() throws IOException {
    try (WavFile wav = WavFile.create(file, 8_000)) {
      wav.append(WORDS);
      wav.cut(Duration.ofNanos(250_000));
      wav.cut(Duration.ofSeconds(1));
      wav.append(new Pcm(new short[] {7}, 8_000));
    }

    assertThat(Wav.read(file)).isEqualTo(new Pcm(new short[] {1, -2, 7}, 8_000));
  }

  @Test
  void a_file_that_is_not_closed_yet_can_be_heard() throws IOException {
    try (WavFile wav = WavFile.create(file, 8_000)) {
      wav.append(WORDS);

      assertThat(Wav.read(file)).isEqualTo(WORDS);
    }
  }

  @Test
  void sound_of_another_rate_is_refused() throws IOException {
    try (WavFile wav = WavFile.create(file, 16_000)) {
      assertThatThrownBy(() -> wav.append(WORDS))
          .isInstanceOf(AudioException.class)
          .hasMessage("expected sound of 16000 Hz, found 8000 Hz; resample it first");
    }
  }
}
