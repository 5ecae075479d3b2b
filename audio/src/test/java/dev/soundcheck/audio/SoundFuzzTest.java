package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a message with sound holds, it is heard or refused. */
final class SoundFuzzTest {
  private static final Pcm SOUND = Sounds.pinkNoise(-12, Duration.ofMillis(400), 24_000, 1);

  @Test
  void every_packet_of_one_stream_is_sound_or_refused() {
    SoundDecoder decoder = new AudioFormat(Encoding.OPUS, 24_000).decoder();
    new Fuzz("opus", Kinds.headers(16), packets()).run(packet -> heard(decoder, packet));
  }

  private static boolean heard(SoundDecoder decoder, byte[] packet) {
    try {
      assertThat(decoder.decode(packet).length()).isBetween(0, 24_000 * 120 / 1000 + 1);
      return true;
    } catch (AudioException refused) {
      assertThat(refused).hasMessageContaining("expected one raw Opus packet");
      return false;
    }
  }

  @Test
  void all_bytes_are_sound_where_they_are_samples() {
    List<SoundDecoder> decoders =
        List.of(
            new AudioFormat(Encoding.PCM, 24_000).decoder(),
            new AudioFormat(Encoding.PCM, 8_000).decoder(),
            new AudioFormat(Encoding.PCMU, 8_000).decoder(),
            new AudioFormat(Encoding.PCMA, 8_000).decoder());
    new Fuzz("samples", Kinds.bytes(), List.of(SOUND.slice(0, 240).littleEndian()))
        .run(bytes -> decoders.stream().allMatch(one -> one.decode(bytes).length() >= 0));
  }

  @Test
  void every_text_is_base64_or_told_what_is_wrong_with_it() {
    List<String> texts =
        packets().stream().map(packet -> Base64.getEncoder().encodeToString(packet)).toList();
    Fuzz.ofTexts("base64", Kinds.expressions(), texts).runTexts(SoundFuzzTest::decoded);
  }

  private static boolean decoded(String text) {
    try {
      assertThat(SoundText.bytes(text).length).isLessThanOrEqualTo(text.length());
      return true;
    } catch (AudioException refused) {
      assertThat(refused).hasMessageStartingWith("expected base64");
      return false;
    }
  }

  @Test
  void every_name_of_a_format_is_one_or_none() {
    List<String> names = List.of("audio/pcm", "audio/pcmu", "audio/pcma", "audio/opus");
    Fuzz.ofTexts("formats", Kinds.expressions(), names)
        .runTexts(name -> AudioFormat.of(name, Optional.empty()).isPresent());
  }

  @Test
  void work_grows_as_a_message_grows() {
    SoundDecoder decoder = new AudioFormat(Encoding.OPUS, 24_000).decoder();
    Growth.isNotQuadratic("opus", 20_000, byte[]::new, packet -> heard(decoder, packet));
    Growth.isNotQuadratic(
        "base64",
        400_000,
        length -> ("A".repeat(length) + "-").getBytes(StandardCharsets.UTF_8),
        text -> decoded(new String(text, StandardCharsets.UTF_8)));
  }

  private static List<byte[]> packets() {
    Encoded encoded = new AudioFormat(Encoding.OPUS, 24_000).encoded(SOUND);
    List<byte[]> packets = new ArrayList<>();
    for (int at = 0; at < encoded.samples(); at += encoded.grain()) {
      packets.add(encoded.slice(at, at + encoded.grain()));
    }
    return packets;
  }
}
