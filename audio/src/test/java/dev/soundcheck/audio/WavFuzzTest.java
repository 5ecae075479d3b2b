package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file is, it is sound, or told what is wrong with it. */
final class WavFuzzTest {
  private static final byte[] SOUND =
      Sounds.pinkNoise(-12, java.time.Duration.ofMillis(20), 8_000, 1).littleEndian();

  @TempDir Path folder;

  @Test
  void every_file_is_read_or_refused() {
    new Fuzz("wav", Kinds.headers(72), corpus()).run(WavFuzzTest::read);
  }

  private static boolean read(byte[] wav) throws IOException {
    try {
      Pcm sound = Wav.read(new ByteArrayInputStream(wav), "fuzz");
      assertThat(sound.length()).isLessThanOrEqualTo(wav.length);
      assertThat(sound.rate()).isPositive();
      return true;
    } catch (AudioException refused) {
      assertThat(refused).hasMessageStartingWith("fuzz: expected");
      return false;
    }
  }

  /** One file for all inputs, since files are what takes time here. */
  @Test
  void a_file_read_as_a_stream_is_the_same_sound() {
    Path file = folder.resolve("fuzz.wav");
    new Fuzz("wav-stream", Kinds.headers(72), corpus()).run(wav -> streamed(file, wav));
  }

  private static boolean streamed(Path file, byte[] wav) throws IOException {
    Files.write(file, wav);
    boolean readable = read(wav);
    try (WavStream stream = WavStream.open(file)) {
      Pcm whole = Wav.read(new ByteArrayInputStream(wav), "fuzz");
      Pcm all = new Pcm(new short[0], stream.rate());
      for (Pcm next = stream.next(97); next.length() > 0; next = stream.next(97)) {
        all = all.then(next);
      }
      assertThat(all).isEqualTo(whole);
      assertThat(stream.duration()).isEqualTo(whole.duration());
      stream.remark().ifPresent(odd -> assertThat(odd).startsWith(file + ": "));
      return true;
    } catch (AudioException refused) {
      assertThat(readable).isFalse();
      return false;
    }
  }

  @Test
  void work_grows_as_a_file_grows() {
    Growth.isNotQuadratic(
        "sound",
        200_000,
        length -> WavBytes.format(1, 1, 8_000, 16).data(new byte[length]),
        WavFuzzTest::read);
    Growth.isNotQuadratic("chunks", 40_000, WavFuzzTest::manyChunks, WavFuzzTest::read);
  }

  private static byte[] manyChunks(int length) {
    WavBytes chunks = WavBytes.format(1, 1, 8_000, 16);
    byte[] none = chunks.data(new byte[0]);
    byte[] all = java.util.Arrays.copyOf(none, length);
    byte[] chunk = {'j', 'u', 'n', 'k', 0, 0, 0, 0};
    for (int at = none.length - 8; at + 8 <= length; at += 8) {
      System.arraycopy(chunk, 0, all, at, 8);
    }
    return all;
  }

  private static List<byte[]> corpus() {
    return List.of(
        WavBytes.format(1, 1, 8_000, 16).data(SOUND),
        WavBytes.format(1, 2, 44_100, 16).data(SOUND),
        WavBytes.format(1, 1, 24_000, 8).data(SOUND),
        WavBytes.format(1, 1, 48_000, 24).data(SOUND),
        WavBytes.format(1, 3, 48_000, 32).data(SOUND),
        WavBytes.format(3, 1, 16_000, 32).data(SOUND),
        WavBytes.format(3, 2, 16_000, 64).data(SOUND),
        WavBytes.format(6, 1, 8_000, 8).data(SOUND),
        WavBytes.format(7, 1, 8_000, 8).data(SOUND),
        WavBytes.extensible(1, 2, 48_000, 16).data(SOUND),
        WavBytes.format(1, 1, 8_000, 16)
            .chunk("LIST", "INFOISFT\u0004\u0000\u0000\u0000test")
            .chunk("ds64", "\u0000".repeat(28))
            .data(SOUND));
  }
}
