package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.soundcheck.audio.AudioFormat.Encoding;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** events.yaml, {@code audio_formats}. */
class AudioFormatTest {
  static final Set<Integer> RATES = AudioFormat.PCM_RATES;

  @ParameterizedTest
  @FieldSource("RATES")
  void pcm_of_every_documented_rate_comes_back_sample_for_sample(int rate) {
    AudioFormat format = AudioFormat.of("audio/pcm", Optional.of(rate)).orElseThrow();
    Pcm sound = Sounds.whiteNoise(-10, Duration.ofMillis(50), rate, 1);
    assertThat(format.decoder().decode(format.encode(sound))).isEqualTo(sound);
  }

  @Test
  void pcm_is_little_endian() {
    assertThat(AudioFormat.DEFAULT.encode(new Pcm(new short[] {0x0102, -2}, 24_000)))
        .containsExactly(2, 1, -2, -1);
  }

  /** What a client cuts in the middle of a sample belongs to its next message. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_sample_cut_between_messages_is_kept(long seed) {
    Pcm sound = Sounds.whiteNoise(-10, Duration.ofMillis(20), 24_000, seed);
    byte[] bytes = AudioFormat.DEFAULT.encode(sound);
    SoundDecoder decoder = AudioFormat.DEFAULT.decoder();
    Random random = new Random(seed);
    Pcm heard = new Pcm(new short[0], 24_000);
    int at = 0;
    while (at < bytes.length) {
      int end = Math.min(bytes.length, at + random.nextInt(8));
      heard = heard.then(decoder.decode(Arrays.copyOfRange(bytes, at, end)));
      at = end;
    }
    assertThat(heard).isEqualTo(sound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio/pcmu", "audio/pcma"})
  void telephone_formats_are_8_bits_at_8_kHz(String wire) {
    AudioFormat format = AudioFormat.of(wire, Optional.empty()).orElseThrow();
    Pcm sound = Sounds.tone(1000, -10, Duration.ofMillis(100), 24_000);
    byte[] bytes = format.encode(sound);
    assertThat(bytes).hasSize(800);
    Pcm heard = format.decoder().decode(bytes);
    assertThat(heard.rate()).isEqualTo(8_000);
    assertThat(Levels.of(heard).rms()).isCloseTo(-10, within(0.2));
  }

  /** events.yaml, audio_formats. */
  @Test
  void only_rates_that_the_protocol_names_are_documented() {
    assertThat(AudioFormat.DEFAULT.documented()).isTrue();
    assertThat(new AudioFormat(AudioFormat.Encoding.PCM, 12_345).documented()).isFalse();
    assertThat(new AudioFormat(AudioFormat.Encoding.PCMU, 8_000).documented()).isTrue();
    assertThat(new AudioFormat(AudioFormat.Encoding.PCMA, 16_000).documented()).isFalse();
  }

  /** G.711: 8000 samples a second, each companded to a byte, lose about 37 dB below the signal. */
  @ParameterizedTest
  @ValueSource(strings = {"audio/pcmu", "audio/pcma"})
  void companding_costs_little(String wire) {
    AudioFormat format = AudioFormat.of(wire, Optional.empty()).orElseThrow();
    Pcm sound = Sounds.tone(1004, -15, Duration.ofSeconds(1), 8_000);
    Pcm back = format.decoder().decode(format.encode(sound));
    assertThat(-15 - Levels.of(Sounds.difference(sound, back)).rms()).isGreaterThan(32);
  }

  @Test
  void sound_of_another_rate_is_resampled() {
    Pcm sound = Sounds.tone(440, -10, Duration.ofSeconds(1), 16_000);
    assertThat(AudioFormat.DEFAULT.encode(sound))
        .isEqualTo(Resampler.resample(sound, 24_000).littleEndian());
  }

  @Test
  void names_that_are_not_on_the_wire_are_no_formats() {
    assertThat(AudioFormat.of("audio/ogg", Optional.empty())).isEmpty();
    assertThat(AudioFormat.of("audio/pcma", Optional.empty()))
        .contains(new AudioFormat(Encoding.PCMA, 8_000));
  }

  @Test
  void one_decoder_hears_what_two_messages_say() {
    SoundDecoder decoder = new AudioFormat(Encoding.PCMU, 8_000).decoder();
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(decoder.decode(new byte[] {0, 1}).littleEndian());
    both.writeBytes(decoder.decode(new byte[] {2}).littleEndian());
    assertThat(both.toByteArray())
        .isEqualTo(new Pcm(G711.MU.decode(new byte[] {0, 1, 2}), 8_000).littleEndian());
  }
}
