package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.audio.VoiceActivity.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Issue 5, "Bad input": whatever comes in, and however it is cut, nothing crashes. */
class RandomBytesTest {
  @TempDir Path folder;

  static Stream<Arguments> streams() {
    List<AudioFormat> formats =
        List.of(
            new AudioFormat(Encoding.PCM, 24_000),
            new AudioFormat(Encoding.PCM, 21_050),
            new AudioFormat(Encoding.PCMU, 8_000),
            new AudioFormat(Encoding.PCMA, 8_000));
    return formats.stream()
        .flatMap(one -> LongStream.range(0, 3).mapToObj(seed -> Arguments.of(one, seed)));
  }

  /** Bursts of noise and of quiet, so that there are edges to hear. */
  @ParameterizedTest
  @MethodSource("streams")
  void however_bytes_are_cut_the_samples_and_the_edges_are_the_same(AudioFormat format, long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[format.rate() * format.bytesPerSample() * 5 + 1];
    for (int at = 0; at < bytes.length; ) {
      int end = Math.min(bytes.length, at + random.nextInt(format.rate() * 3));
      boolean noise = random.nextBoolean();
      for (; at < end; at++) {
        bytes[at] = (byte) (noise ? random.nextInt() : quiet(format));
      }
    }
    Heard whole = heard(format, List.of(bytes));
    assertThat(whole.edges()).isNotEmpty();
    assertThat(heard(format, cut(bytes, random))).isEqualTo(whole);
  }

  private static int quiet(AudioFormat format) {
    return switch (format.encoding()) {
      case PCMU -> 0xFF;
      case PCMA -> 0xD5;
      case PCM, OPUS -> 0;
    };
  }

  private record Heard(Pcm sound, List<Edge> edges) {}

  private static Heard heard(AudioFormat format, List<byte[]> messages) {
    SoundDecoder decoder = format.decoder();
    VoiceActivity ears = new VoiceActivity(VoiceActivity.Settings.DEFAULT, format.rate());
    Pcm sound = new Pcm(new short[0], format.rate());
    List<Edge> edges = new ArrayList<>();
    for (byte[] message : messages) {
      Pcm piece = decoder.decode(message);
      sound = sound.then(piece);
      edges.addAll(ears.hear(piece));
    }
    return new Heard(sound, edges);
  }

  private static List<byte[]> cut(byte[] bytes, Random random) {
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0, end; at < bytes.length; at = end) {
      end = Math.min(bytes.length, at + random.nextInt(5_000));
      pieces.add(Arrays.copyOfRange(bytes, at, end));
    }
    return pieces;
  }

  static LongStream seeds() {
    return LongStream.range(0, 8);
  }

  /** A packet is refused with a word, or is at most 120 ms of sound (RFC 6716 section 3.2.5). */
  @ParameterizedTest
  @MethodSource("seeds")
  void bytes_that_are_no_packet_are_refused_or_are_sound(long seed) {
    Random random = new Random(seed);
    SoundDecoder decoder = new AudioFormat(Encoding.OPUS, 24_000).decoder();
    for (int i = 0; i < 1_500; i++) {
      byte[] packet = new byte[1 + random.nextInt(random.nextInt(20) == 0 ? 3_000 : 200)];
      random.nextBytes(packet);
      try {
        assertThat(decoder.decode(packet).length()).isBetween(0, 24_000 * 120 / 1000 + 1);
      } catch (AudioException refused) {
        assertThat(refused).hasMessageContaining("got %d bytes", packet.length);
      }
    }
  }

  /** As above, from packets that were good: cut, and with bits turned. */
  @ParameterizedTest
  @MethodSource("seeds")
  void damaged_packets_are_refused_or_are_sound(long seed) {
    Random random = new Random(seed);
    AudioFormat opus = new AudioFormat(Encoding.OPUS, 24_000);
    Encoded good =
        opus.encoded(Sounds.pinkNoise(-12, java.time.Duration.ofSeconds(2), 24_000, seed));
    SoundDecoder decoder = opus.decoder();
    int heard = 0;
    for (int at = 0; at < good.samples(); at += good.grain()) {
      byte[] packet = good.slice(at, at + good.grain());
      byte[] damaged = Arrays.copyOf(packet, 1 + random.nextInt(packet.length));
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        heard += decoder.decode(damaged).length();
      } catch (AudioException refused) {
        assertThat(refused).hasMessageContaining("expected one raw Opus packet");
      }
    }
    assertThat(heard).isPositive();
  }

  /** A good file with some bytes of its header changed is read or refused. */
  @Test
  void files_with_damaged_headers_are_read_or_refused() throws IOException {
    byte[] good = Wav.bytes(Sounds.tone(440, -10, java.time.Duration.ofMillis(50), 8_000));
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = Arrays.copyOf(good, random.nextInt(10) == 0 ? random.nextInt(60) : 844);
      IntStream.range(0, 1 + random.nextInt(4))
          .map(one -> random.nextInt(48))
          .filter(place -> place < damaged.length)
          .forEach(place -> damaged[place] = (byte) random.nextInt());
      Path file = Files.write(folder.resolve("damaged.wav"), damaged);
      try (WavStream stream = WavStream.open(file)) {
        assertThat(stream.next(1_000).length()).isBetween(0, 844);
        stream.remark().ifPresent(odd -> assertThat(odd).startsWith(file + ": "));
        read++;
      } catch (AudioException refused) {
        assertThat(refused).hasMessageStartingWith(file + ": expected");
      }
    }
    assertThat(read).isBetween(100, 1_900);
  }
}
