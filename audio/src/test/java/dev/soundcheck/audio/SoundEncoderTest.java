package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.audio.AudioFormat.Encoding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream is coded as its whole would be: no seams at its pieces. */
class SoundEncoderTest {
  static Stream<AudioFormat> formats() {
    return Stream.of(
        new AudioFormat(Encoding.OPUS, 24_000),
        new AudioFormat(Encoding.PCM, 24_000),
        new AudioFormat(Encoding.PCMU, 8_000),
        new AudioFormat(Encoding.PCMA, 8_000));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void pieces_make_the_messages_of_the_whole(AudioFormat format) {
    Pcm sound = Sounds.pinkNoise(-12, Duration.ofSeconds(2), format.rate(), 9);
    List<byte[]> whole = format.encoder().encode(sound);
    SoundEncoder encoder = format.encoder();
    List<byte[]> pieces = new ArrayList<>();
    Random random = new Random(1);
    for (int at = 0, end; at < sound.length(); at = end) {
      end = Math.min(sound.length(), at + 480 * (1 + random.nextInt(5)));
      pieces.addAll(encoder.encode(sound.slice(at, end)));
    }

    assertThat(joined(pieces)).isEqualTo(joined(whole));
    if (format.encoding() == Encoding.OPUS) {
      assertThat(pieces).hasSize(100).containsExactlyElementsOf(whole);
    } else {
      assertThat(joined(whole)).isEqualTo(format.encode(sound));
    }
  }

  @Test
  void what_is_no_whole_packet_is_refused() {
    SoundEncoder opus = new AudioFormat(Encoding.OPUS, 24_000).encoder();
    assertThatThrownBy(() -> opus.encode(new Pcm(new short[481], 24_000)))
        .isInstanceOf(AudioException.class)
        .hasMessage("expected a multiple of 480 samples at 24000 Hz, found 481 at 24000 Hz");
  }

  private static byte[] joined(List<byte[]> messages) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    messages.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
