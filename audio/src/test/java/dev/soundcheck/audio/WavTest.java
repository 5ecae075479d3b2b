package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Issue 2, point 4: "WAV in and out (8/16/24-bit, float, any rate, stereo to mono)". Layout:
 * Microsoft's "Multimedia Programming Interface and Data Specifications 1.0" and its "Multiple
 * Channel Audio Data and WAVE Files".
 */
class WavTest {
  private static final WavBytes PCM_16 = WavBytes.format(1, 1, 8_000, 16);

  @TempDir Path folder;

  @Test
  void what_was_written_is_read() throws IOException {
    Pcm sound = Sounds.whiteNoise(-10, Duration.ofMillis(33), 22_050, 1);
    Path file = folder.resolve("sound.wav");
    Wav.write(file, sound);
    assertThat(Wav.read(file)).isEqualTo(sound);
    assertThat(Files.size(file)).isEqualTo(44 + 2L * sound.length());
  }

  @Test
  void the_header_is_the_usual_one_of_44_bytes() {
    assertThat(Wav.bytes(new Pcm(new short[] {0x0102}, 24_000)))
        .isEqualTo(PCM_16.with(1, 1, 24_000, 16).data(2, 1));
  }

  @Nested
  class Samples {
    @Test
    void of_8_bits_are_unsigned() throws IOException {
      assertThat(read(WavBytes.format(1, 1, 8_000, 8).data(128, 255, 0, 129)).samples())
          .containsExactly(0, 127 * 256, -32_768, 256);
    }

    @Test
    void of_16_bits_are_little_endian() throws IOException {
      assertThat(read(PCM_16.data(2, 1, 255, 255, 0, 128)).samples())
          .containsExactly(258, -1, -32_768);
    }

    @Test
    void of_24_bits_are_rounded() throws IOException {
      byte[] wav = WavBytes.format(1, 1, 8_000, 24).data(0, 2, 1, 0x81, 255, 255, 255, 255, 127);
      assertThat(read(wav).samples()).containsExactly(258, 0, 32_767);
    }

    @Test
    void of_32_bits_are_rounded() throws IOException {
      byte[] wav =
          WavBytes.format(1, 1, 8_000, 32).data(0, 0, 2, 1, 0, 0x81, 255, 255, 0, 0, 0, 128);
      assertThat(read(wav).samples()).containsExactly(258, 0, -32_768);
    }

    @Test
    void as_floats_are_clipped_and_what_is_no_number_is_silence() throws IOException {
      byte[] wav =
          WavBytes.format(3, 1, 8_000, 32)
              .floats(0.5f, -1, 1, 7, Float.NaN, Float.NEGATIVE_INFINITY);
      assertThat(read(wav).samples()).containsExactly(16_384, -32_768, 32_767, 32_767, 0, -32_768);
    }

    @Test
    void as_doubles_are_read() throws IOException {
      assertThat(read(WavBytes.format(3, 1, 8_000, 64).doubles(0.25, -0.5)).samples())
          .containsExactly(8_192, -16_384);
    }

    @Test
    void companded_are_expanded() throws IOException {
      assertThat(read(WavBytes.format(6, 1, 8_000, 8).data(0xD5, 0xAA)).samples())
          .containsExactly(8, 32_256);
      assertThat(read(WavBytes.format(7, 1, 8_000, 8).data(0xFF, 0x80)).samples())
          .containsExactly(0, 32_124);
    }

    @Test
    void of_two_channels_are_mixed() throws IOException {
      byte[] wav = PCM_16.with(1, 2, 44_100, 16).data(0, 1, 0, 3, 255, 127, 255, 127, 9, 9);
      assertThat(read(wav)).isEqualTo(new Pcm(new short[] {512, 32_767}, 44_100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7_999, 11_025, 96_000, 768_000})
    void of_any_rate_keep_it(int rate) throws IOException {
      assertThat(read(PCM_16.with(1, 1, rate, 16).data(1, 0)).rate()).isEqualTo(rate);
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "3, 32", "7, 8"})
    void of_an_extensible_format_are_what_its_subformat_says(int code, int bits)
        throws IOException {
      byte[] data = new byte[16];
      Arrays.fill(data, (byte) 0x11);
      Pcm plain = read(WavBytes.format(code, 1, 48_000, bits).data(data));
      assertThat(read(WavBytes.extensible(code, 1, 48_000, bits).data(data))).isEqualTo(plain);
    }
  }

  @Nested
  class Chunks {
    @Test
    void that_are_unknown_are_skipped_with_their_padding() throws IOException {
      byte[] wav = PCM_16.chunk("LIST", "INFOodd").chunk("fact", "four").data(2, 1);
      assertThat(read(wav).samples()).containsExactly(258);
    }

    @Test
    void behind_the_sound_are_no_sound() throws IOException {
      byte[] wav = PCM_16.dataThen("LIST", "more", 2, 1);
      assertThat(read(wav).samples()).containsExactly(258);
    }

    @Test
    void of_sound_with_nothing_in_it_are_silence() throws IOException {
      assertThat(read(PCM_16.data()).samples()).isEmpty();
      assertThat(read(PCM_16.dataThen("LIST", "more")).samples()).isEmpty();
    }

    /** As ffmpeg and sox leave them when they write into a pipe. */
    @ParameterizedTest
    @ValueSource(ints = {0, -1, 0x7FFFFFFF, 1000})
    void whose_size_was_never_filled_in_give_what_is_there(int size) throws IOException {
      byte[] whole = PCM_16.data(2, 1, 4, 3, 9, 9);
      byte[] cut = Arrays.copyOf(whole, whole.length - 1);
      byte[] wav = WavBytes.sizes(cut, size == 1000 ? 1036 : size, size);
      assertThat(read(wav).samples()).containsExactly(258, 772);
    }
  }

  @Nested
  class Refused {
    @Test
    void is_what_is_no_wav() throws IOException {
      assertRefused(
          "OggS\0and more bytes".getBytes(StandardCharsets.US_ASCII),
          "expected a WAV file (RIFF, then WAVE), found 19 bytes that begin with 'OggS.and mor'; convert it to WAV first");
      assertRefused(
          new byte[0],
          "expected a WAV file (RIFF, then WAVE), found an empty file; convert it to WAV first");
    }

    @Test
    void is_a_header_that_was_cut() throws IOException {
      byte[] whole = PCM_16.data(2, 1);
      assertRefused(
          Arrays.copyOf(whole, 30),
          "expected a 'fmt' chunk of at least 16 bytes, found 10; the file is cut short or damaged, make it again");
      assertRefused(
          Arrays.copyOf(whole, 36),
          "expected a 'data' chunk, found only ['fmt'] in 36 bytes; the file is cut short or damaged, make it again");
      assertRefused(
          Arrays.copyOf(whole, 12),
          "expected a 'fmt' chunk, found no chunks in 12 bytes; the file is cut short or damaged, make it again");
    }

    @Test
    void is_an_encoding_nobody_reads_and_all_that_is_wrong_is_told() throws IOException {
      String expected =
          "expected PCM of 8, 16, 24 or 32 bits (code 1), float of 32 or 64 bits (code 3), A-law (6) or mu-law (7)";
      assertRefused(
          WavBytes.format(0x55, 1, 8_000, 16).data(1, 2),
          expected + ", found format code 85 with 16 bits; convert it to 16-bit PCM");
      assertRefused(
          WavBytes.format(2, 0, 0, 4).data(1, 2),
          "expected at least 1 channel, found 0; expected a rate of 1 to 768000 Hz, found 0; "
              + expected
              + ", found format code 2 with 4 bits; convert it to 16-bit PCM");
    }

    /** A sparse file: it takes no room on the disk. */
    @Test
    void is_a_file_that_memory_cannot_hold() throws IOException {
      Path file = folder.resolve("endless.wav");
      try (RandomAccessFile endless = new RandomAccessFile(file.toFile(), "rw")) {
        endless.setLength(5L << 30);
      }
      assertThatThrownBy(() -> Wav.read(file))
          .isInstanceOf(AudioException.class)
          .hasMessage(
              file + ": expected at most 1073741824 bytes, found 5368709120; cut it into pieces");
    }

    @Test
    void is_a_file_that_is_not_there() {
      assertThatThrownBy(() -> Wav.read(folder.resolve("none.wav")))
          .isInstanceOf(NoSuchFileException.class);
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
      Path file = Files.write(folder.resolve("file.wav"), bytes);
      assertThatThrownBy(() -> Wav.read(file))
          .isInstanceOf(AudioException.class)
          .hasMessage(file + ": " + why);
    }
  }

  private static Pcm read(byte[] wav) throws IOException {
    return Wav.read(new ByteArrayInputStream(wav), "test.wav");
  }
}
