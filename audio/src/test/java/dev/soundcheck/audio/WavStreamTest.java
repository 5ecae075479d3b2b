package dev.soundcheck.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 5, "Bad input": WAV with wrong header sizes, files of ten hours. */
class WavStreamTest {
  private static final WavBytes PCM_16 = WavBytes.format(1, 1, 8_000, 16);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, 16, 1", "1, 24, 2", "1, 8, 1", "3, 32, 1", "6, 8, 1", "7, 8, 3"})
  void pieces_are_the_same_sound_as_the_whole(int code, int bits, int channels) throws IOException {
    byte[] data = new byte[channels * bits / 8 * 1000];
    new Random(1).nextBytes(data);
    Path file = stored(WavBytes.format(code, channels, 44_100, bits).data(data));
    for (int most : new int[] {1, 7, 999, 5000}) {
      assertThat(whole(WavStream.open(file), most)).isEqualTo(Wav.read(file));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 21_050, 24_000, 44_100, 48_000})
  void at_another_rate_it_is_what_the_resampler_makes_of_the_whole(int rate) throws IOException {
    Pcm sound = Sounds.pinkNoise(-12, Duration.ofMillis(700), 24_000, 5);
    Path file = stored(Wav.bytes(sound));
    for (int most : new int[] {1, 480, 100_000}) {
      assertThat(whole(WavStream.open(file).at(rate), most))
          .isEqualTo(Resampler.resample(sound, rate));
    }
  }

  /** A sparse file: it takes no room on the disk. Its last second is a tone. */
  @Test
  void ten_hours_are_read_a_piece_at_a_time() throws IOException {
    byte[] tone = G711.MU.encode(Sounds.tone(440, -10, Duration.ofSeconds(1), 8_000).samples());
    long length = Duration.ofHours(10).toSeconds() * 8_000;
    Path file = sparse("RIFF", WavBytes.format(7, 1, 8_000, 8), -1, length - tone.length, tone);
    try (WavStream stream = WavStream.open(file)) {
      assertThat(stream.duration()).isEqualTo(Duration.ofHours(10));
      assertThat(stream.remark()).isEmpty();
      long heard = 0;
      Pcm last = new Pcm(new short[0], 8_000);
      for (Pcm next = stream.next(1 << 30); next.length() > 0; next = stream.next(1 << 30)) {
        assertThat(next.length()).isLessThanOrEqualTo(1 << 20);
        heard += next.length();
        last = last.slice(Math.max(0, last.length() - 8_000), last.length()).then(next);
      }
      assertThat(heard).isEqualTo(length);
      assertThat(last.slice(last.length() - 8_000, last.length()).samples())
          .isEqualTo(G711.MU.decode(tone));
    }
  }

  /** EBU Tech 3306: in a file of more than 4 GiB a chunk "ds64" has the sizes, 64 bits wide. */
  @ParameterizedTest
  @ValueSource(strings = {"RF64", "BW64"})
  void sizes_of_64_bits_are_read(String id) throws IOException {
    long samples = 3L << 31;
    byte[] sizes = new byte[28];
    ByteBuffer.wrap(sizes).order(ByteOrder.LITTLE_ENDIAN).putLong(8, 2 * samples);
    Path file =
        sparse(id, PCM_16.chunk("ds64", sizes), -1, 2 * samples, "LISTmore".getBytes(UTF_8));
    try (WavStream stream = WavStream.open(file)) {
      assertThat(stream.duration())
          .isEqualTo(Duration.ofSeconds(samples / 8_000, 0).plusNanos(samples % 8_000 * 125_000));
      assertThat(stream.remark()).isEmpty();
    }
  }

  /** Writers that count in 32 bits begin anew at 4 GiB. */
  @Test
  void a_size_that_ran_over_is_no_size() throws IOException {
    long bytes = (1L << 32) + 16_000;
    Path file = sparse("RIFF", PCM_16, 16_000, bytes, new byte[0]);
    try (WavStream stream = WavStream.open(file)) {
      assertThat(stream.duration()).isEqualTo(Duration.ofNanos(bytes / 2 * 125_000));
    }
  }

  @Nested
  class Remarks {
    @Test
    void tell_of_sound_that_is_missing() throws IOException {
      byte[] whole = PCM_16.data(new byte[16_000]);
      assertThat(remark(Arrays.copyOf(whole, 8_045)))
          .isEqualTo(
              "its header promises 1.00 s of sound, 0.50 s are there; the file was cut short; its last sample was cut and is left out (1 of 2 bytes)");
    }

    @Test
    void tell_of_bytes_that_no_chunk_holds() throws IOException {
      byte[] whole = PCM_16.data(new byte[16_000]);
      assertThat(remark(WavBytes.sizes(whole, 8_036, 8_000)))
          .isEqualTo("8000 bytes after the sound are left out: its header ends it at 0.50 s");
    }

    @Test
    void tell_of_frames_that_cannot_be_of_the_size_they_claim() throws IOException {
      byte[] whole = PCM_16.data(new byte[16_000]);
      whole[32] = 7;
      assertThat(remark(whole)).isEqualTo("its header says that a frame takes 7 bytes, read as 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 0x7FFFFFFF, 0x7FFFF000})
    void are_not_made_of_sizes_that_were_never_filled_in(int size) throws IOException {
      byte[] whole = PCM_16.data(new byte[16_000]);
      try (WavStream stream = WavStream.open(stored(WavBytes.sizes(whole, size, size)))) {
        assertThat(stream.remark()).isEmpty();
        assertThat(stream.duration()).isEqualTo(Duration.ofSeconds(1));
      }
    }

    private String remark(byte[] wav) throws IOException {
      Path file = stored(wav);
      try (WavStream stream = WavStream.open(file)) {
        String told = stream.remark().orElseThrow();
        assertThat(told).startsWith(file + ": ");
        return told.substring((file + ": ").length());
      }
    }
  }

  @Test
  void a_chunk_of_odd_length_may_lack_its_padding() throws IOException {
    byte[] padded = PCM_16.chunk("LIST", "odd").data(2, 1);
    byte[] lacking = new byte[padded.length - 1];
    System.arraycopy(padded, 0, lacking, 0, 47);
    System.arraycopy(padded, 48, lacking, 47, lacking.length - 47);
    try (WavStream stream = WavStream.open(stored(lacking))) {
      assertThat(stream.next(9).samples()).containsExactly(258);
    }
  }

  @Test
  void noise_behind_a_header_is_refused_and_not_searched() throws IOException {
    Path file = sparse("RIFF", WavBytes.format(1, 1, 8_000, 16), 0, 3L << 32, new byte[0]);
    Path renamed = Files.move(file, folder.resolve("zeros.wav"));
    try (RandomAccessFile zeros = new RandomAccessFile(renamed.toFile(), "rw")) {
      zeros.seek(36);
      zeros.write(new byte[4]);
    }
    assertThatThrownBy(() -> WavStream.open(renamed))
        .isInstanceOf(AudioException.class)
        .hasMessageContaining("expected a 'data' chunk, found only ['fmt']");
  }

  @Test
  void a_file_that_shrinks_while_it_is_read_ends_early() throws IOException {
    Path file = stored(PCM_16.data(new byte[16_000]));
    try (WavStream stream = WavStream.open(file)) {
      assertThat(stream.next(1_000).length()).isEqualTo(1_000);
      try (RandomAccessFile shrinking = new RandomAccessFile(file.toFile(), "rw")) {
        shrinking.setLength(44 + 2 * 1_500 + 1);
      }
      assertThat(stream.next(8_000).length()).isEqualTo(500);
      assertThat(stream.next(8_000).length()).isZero();
    }
  }

  /** A file with this size of its sound, so many bytes of nothing, and then these. */
  private Path sparse(String id, WavBytes head, int size, long zeros, byte[] then)
      throws IOException {
    Path file = folder.resolve("sparse.wav");
    byte[] begin = head.data();
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(begin);
      sparse.seek(0);
      sparse.write(id.getBytes(UTF_8));
      sparse.seek(begin.length - 4);
      sparse.writeInt(Integer.reverseBytes(size));
      sparse.setLength(begin.length + zeros);
      sparse.seek(begin.length + zeros);
      sparse.write(then);
    }
    return file;
  }

  private Path stored(byte[] wav) throws IOException {
    return Files.write(folder.resolve("sound.wav"), wav);
  }

  private static Pcm whole(SoundSource source, int most) throws IOException {
    try (source) {
      Pcm all = new Pcm(new short[0], source.rate());
      for (Pcm next = source.next(most); next.length() > 0; next = source.next(most)) {
        assertThat(next.length()).isLessThanOrEqualTo(most);
        all = all.then(next);
      }
      assertThat(source.next(most).length()).as("over is over").isZero();
      return all;
    }
  }
}
