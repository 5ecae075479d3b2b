package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.soundcheck.audio.AudioFormat.Encoding;
import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** events.yaml, {@code audio_formats}: raw packets, one for each message, mono at 24 kHz. */
class OpusTest {
  private static final AudioFormat OPUS = AudioFormat.of("audio/opus", Optional.empty()).get();

  /**
   * libraries.md section 4: the encoder looks ahead 6.5 ms; the resampler reaches a bit further.
   */
  private static final int MOST_DELAY = 400;

  @Test
  void its_only_rate_is_24_kHz() {
    assertThat(OPUS.rate()).isEqualTo(24_000);
    assertThat(OPUS.documented()).isTrue();
    assertThat(new AudioFormat(Encoding.OPUS, 48_000).documented()).isFalse();
  }

  /** libraries.md section 4: 24 to 30 dB at 64 kbit/s. */
  @Test
  void speech_comes_back() {
    Pcm speech = Resampler.resample(SpokenVoice.embedded().speak("It is foggy in Paris."), 24_000);
    Pcm back = roundTrip(speech);
    assertThat(back.rate()).isEqualTo(24_000);
    assertThat(signalToNoise(speech, back)).isGreaterThan(20);
  }

  @Test
  void sound_of_any_rate_becomes_packets_of_20_ms() {
    Encoded second = OPUS.encoded(Sounds.tone(440, -10, Duration.ofMillis(990), 16_000));
    assertThat(second.grain()).isEqualTo(480);
    assertThat(second.samples()).as("its last packet filled up").isEqualTo(24_000);
    assertThat(second.slice(0, 480)).isNotEqualTo(second.slice(480, 960));
    assertThatThrownBy(() -> second.slice(0, 960)).hasMessageContaining("480");
    assertThatThrownBy(() -> OPUS.encode(Pcm.silence(Duration.ofMillis(20), 24_000)))
        .isInstanceOf(AudioException.class)
        .hasMessageContaining("packets");
  }

  @Test
  void the_same_sound_gives_the_same_packets() {
    Pcm tone = Sounds.tone(440, -10, Duration.ofMillis(100), 24_000);
    assertThat(OPUS.encoded(tone).slice(480, 960)).isEqualTo(OPUS.encoded(tone).slice(480, 960));
  }

  /** libraries.md section 4: the library's decoder at 24 kHz loses most of such packets. */
  @Test
  void a_hybrid_packet_keeps_its_lower_half() throws OpusException {
    OpusEncoder voip = new OpusEncoder(24_000, 1, OpusApplication.OPUS_APPLICATION_VOIP);
    voip.setBitrate(24_000);
    SoundDecoder decoder = OPUS.decoder();
    Pcm speech = Resampler.resample(SpokenVoice.embedded().speak("Good morning everyone"), 24_000);
    Pcm heard = new Pcm(new short[0], 24_000);
    byte[] packet = new byte[1275];
    int hybrid = 0;
    for (int at = 0; at + 480 <= speech.length(); at += 480) {
      int size = voip.encode(speech.samples(), at, 480, packet, 0, packet.length);
      int configuration = (packet[0] & 0xff) >> 3;
      hybrid += configuration == 12 || configuration == 13 ? 1 : 0;
      heard = heard.then(decoder.decode(Arrays.copyOf(packet, size)));
    }
    assertThat(hybrid).as("RFC 6716 section 3.1: configurations 12 and 13").isGreaterThan(20);
    assertThat(Levels.of(heard).rms()).isCloseTo(Levels.of(speech).rms(), within(1.5));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void what_is_no_packet_is_told_and_decoding_goes_on(long seed) {
    Random random = new Random(seed);
    SoundDecoder decoder = OPUS.decoder();
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[1 + random.nextInt(60)];
      random.nextBytes(bytes);
      refused += refuses(decoder, bytes) ? 1 : 0;
    }
    assertThat(refused).isPositive();
    Encoded tone = OPUS.encoded(Sounds.tone(440, -10, Duration.ofSeconds(1), 24_000));
    Pcm heard = new Pcm(new short[0], 24_000);
    for (int at = 0; at < tone.samples(); at += 480) {
      heard = heard.then(decoder.decode(tone.slice(at, at + 480)));
    }
    Pcm end = heard.slice(12_000, 20_000);
    assertThat(ToneFit.level(end, 440)).isCloseTo(-10, within(1.0));
  }

  @Test
  void an_empty_message_holds_no_sound() {
    assertThat(OPUS.decoder().decode(new byte[0]).length()).isZero();
  }

  private static boolean refuses(SoundDecoder decoder, byte[] bytes) {
    try {
      decoder.decode(bytes);
      return false;
    } catch (AudioException broken) {
      assertThat(broken).hasMessageContaining("%d bytes".formatted(bytes.length));
      return true;
    }
  }

  private static Pcm roundTrip(Pcm sound) {
    Encoded encoded = OPUS.encoded(sound);
    SoundDecoder decoder = OPUS.decoder();
    Pcm back = new Pcm(new short[0], 24_000);
    for (int at = 0; at < encoded.samples(); at += encoded.grain()) {
      back = back.then(decoder.decode(encoded.slice(at, at + encoded.grain())));
    }
    return back;
  }

  private static double signalToNoise(Pcm sound, Pcm back) {
    double best = Double.NEGATIVE_INFINITY;
    int length = Math.min(sound.length(), back.length()) - MOST_DELAY;
    Pcm signal = sound.slice(0, length);
    for (int delay = 0; delay < MOST_DELAY; delay++) {
      Pcm noise = Sounds.difference(signal, back.slice(delay, delay + length));
      best = Math.max(best, Levels.of(signal).rms() - Levels.of(noise).rms());
    }
    return best;
  }
}
